package dev.trama.agent.it;

import java.io.IOException;

/**
 * Follows commands, line by line: {@code sleep COUNT} in a virtual thread, {@code yield COUNT},
 * {@code end}. Says {@code did COUNT} when it is done, and asks for more.
 */
@SuppressWarnings("ThreadPriorityCheck") // to yield is what it is for
final class AskingProgram {
  private AskingProgram() {}

  public static void main(String[] args) throws IOException, InterruptedException {
    for (int turn = 1; ; turn++) {
      String[] what = Step.ask(turn == 1 ? "next?" : "next? " + turn).split(" ");
      if (what[0].equals("end")) {
        System.out.println("ended");
        return;
      }
      int count = Integer.parseInt(what[1]);
      boolean sleeps = what[0].equals("sleep");
      Thread.ofVirtual().name(what[2]).start(() -> suspend(sleeps, count)).join();
      System.out.println("did " + count);
    }
  }

  private static void suspend(boolean sleeps, int count) {
    try {
      for (int i = 0; i < count; i++) {
        if (sleeps) {
          Thread.sleep(1);
        } else {
          Thread.yield();
        }
      }
    } catch (InterruptedException impossible) {
      throw new AssertionError(impossible);
    }
  }
}
