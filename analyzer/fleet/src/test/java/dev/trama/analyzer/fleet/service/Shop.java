package dev.trama.analyzer.fleet.service;

import java.time.Duration;

/** Looks into a slow catalogue; from version 2 on it recommends something as well. */
final class Shop implements Service {
  private static final int SINCE_RECOMMENDATIONS = 2;

  @Override
  public void serve(int version, double scatter) throws InterruptedException {
    browse(scatter);
    if (version >= SINCE_RECOMMENDATIONS) {
      recommend();
    }
  }

  private static void browse(double scatter) throws InterruptedException {
    Thread.sleep(Duration.ofNanos((long) (900_000 * scatter)));
  }

  private static void recommend() throws InterruptedException {
    Thread.sleep(0, 200_000);
  }
}
