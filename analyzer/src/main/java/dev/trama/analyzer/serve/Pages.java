package dev.trama.analyzer.serve;

/** Where the page comes from; asked by one thread at a time. */
public interface Pages {
  /** The newest page. */
  ServedPage now();

  /** Called while a reader looks; makes a newer page if it is time. */
  void renew();
}
