package dev.trama.analyzer.workload;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;

/** For each line that it is given, ten tasks of that name sleep; then it says the line again. */
public final class Customers {
  private static final int TASKS = 10;

  private Customers() {}

  public static void main(String[] args) throws IOException, InterruptedException {
    var in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    for (String name; (name = in.readLine()) != null; ) {
      Thread[] tasks = new Thread[TASKS];
      for (int i = 0; i < TASKS; i++) {
        tasks[i] = Thread.ofVirtual().name(name + "-" + i).start(Customers::buy);
      }
      for (Thread task : tasks) {
        task.join();
      }
      System.out.println(name);
    }
  }

  private static void buy() {
    try {
      Thread.sleep(20);
    } catch (InterruptedException impossible) {
      throw new AssertionError(impossible);
    }
  }
}
