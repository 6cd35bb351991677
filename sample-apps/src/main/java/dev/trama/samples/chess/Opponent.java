package dev.trama.samples.chess;

import java.time.Duration;

/** One of the many opponents, who is slower than the master. */
final class Opponent {
  void think() throws InterruptedException {
    Thread.sleep(Clock.scaled(Duration.ofSeconds(55)));
  }
}
