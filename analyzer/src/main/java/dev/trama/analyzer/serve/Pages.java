package dev.trama.analyzer.serve;

/** Where the page comes from; asked by one thread at a time. */
public interface Pages {
  /** The newest there is. */
  ServedPage now();

  /** Called while a reader looks: makes a newer one if it is time for that. */
  void renew();
}
