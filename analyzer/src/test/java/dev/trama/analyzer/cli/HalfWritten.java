package dev.trama.analyzer.cli;

import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;

/** A program that is in the middle of writing a file, and says so, until it is ended. */
final class HalfWritten {
  private HalfWritten() {}

  public static void main(String[] args) {
    WholeFile.write(
        Path.of(args[0]),
        out -> {
          out.write("half");
          out.flush();
          System.out.println("half");
          try {
            new CountDownLatch(1).await();
          } catch (InterruptedException e) {
            throw new IllegalStateException(e);
          }
        });
  }
}
