package dev.trama.analyzer.cli;

import dev.trama.analyzer.read.file.UnreadableRecording;
import dev.trama.analyzer.serve.Pages;
import dev.trama.analyzer.serve.ServedPage;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.BiFunction;

/** Makes a page of a recording that grows, not too often. */
final class FollowedPages implements Pages {
  private final Followed followed;
  private final Duration every;
  private final BiFunction<List<Path>, Long, String> page;
  private ServedPage now;
  private long madeNanos;

  /**
   * Makes the first page.
   *
   * @param page of these files, with this number
   */
  FollowedPages(Followed followed, Duration every, BiFunction<List<Path>, Long, String> page) {
    this.followed = followed;
    this.every = every;
    this.page = page;
    List<Path> files =
        followed
            .changed()
            .orElseThrow(() -> new UserError(followed.name() + " has recorded nothing yet"));
    this.now = new ServedPage(1, page.apply(files, 1L));
    this.madeNanos = System.nanoTime();
  }

  @Override
  public ServedPage now() {
    return now;
  }

  /** A file that cannot be read now, because it is being replaced, may be readable next time. */
  @Override
  public void renew() {
    if (System.nanoTime() - madeNanos < every.toNanos()) {
      return;
    }
    try {
      long number = now.number() + 1;
      followed
          .changed()
          .ifPresent(files -> now = new ServedPage(number, page.apply(files, number)));
    } catch (UserError | UnreadableRecording problem) {
      System.err.println("trama: " + problem.getMessage());
    }
    madeNanos = System.nanoTime();
  }
}
