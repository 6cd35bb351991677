package dev.trama.analyzer.workload;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.stream.Stream;

/**
 * Requests that borrow from a pool. After some time a report takes all there is and keeps it, until
 * the agent has written the file that it was told to write in such a case.
 */
public final class Drained {
  private static final int SIZE = 4;
  private static final int CALM = 200;
  private static final int MAX_WAITING = 100;
  private static final Semaphore POOL = new Semaphore(SIZE);

  private Drained() {}

  /**
   * @param args the directory of the recording
   */
  public static void main(String[] args) throws Exception {
    Path directory = Path.of(args[0]);
    List<Thread> tasks = new ArrayList<>();
    for (int i = 0; i < CALM; i++) {
      tasks.add(Thread.ofVirtual().name("request-" + i).start(Drained::request));
      Thread.sleep(1);
    }
    Thread report = Thread.ofVirtual().name("report").start(() -> report(directory));
    for (int i = CALM; report.isAlive(); i++) {
      if (POOL.getQueueLength() < MAX_WAITING) {
        tasks.add(Thread.ofVirtual().name("request-" + i).start(Drained::request));
      }
      Thread.sleep(1);
    }
    for (Thread task : tasks) {
      task.join();
    }
  }

  private static void request() {
    try {
      POOL.acquire(); // => pool
      try {
        Thread.sleep(1);
      } finally {
        POOL.release();
      }
    } catch (InterruptedException impossible) {
      throw new AssertionError(impossible);
    }
  }

  private static void report(Path directory) {
    try {
      POOL.acquire(SIZE);
      try {
        while (!isWritten(directory)) {
          Thread.sleep(10);
        }
      } finally {
        POOL.release(SIZE);
      }
    } catch (InterruptedException | IOException impossible) {
      throw new AssertionError(impossible);
    }
  }

  private static boolean isWritten(Path directory) throws IOException {
    try (Stream<Path> files = Files.list(directory)) {
      return files.anyMatch(
          file -> file.getFileName().toString().matches(".*-\\d{8}-\\d{6}\\.jfr"));
    }
  }
}
