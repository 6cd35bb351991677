package dev.trama.agent.it;

import java.util.concurrent.locks.LockSupport;

/** Sleeps a given number of times in a virtual thread, and ends in the given way. */
final class ExitProgram {
  static final int SLEEPS = 20;
  static final int STATUS = 3;

  private ExitProgram() {}

  public static void main(String[] args) throws InterruptedException {
    Thread.ofVirtual().name("sleeper").start(ExitProgram::sleep).join();
    System.out.println("slept " + SLEEPS);
    switch (args.length == 0 ? "normally" : args[0]) {
      case "exit" -> System.exit(STATUS);
      case "exit-in-virtual" -> Thread.ofVirtual().start(() -> System.exit(STATUS)).join();
      case "exception" -> throw new IllegalStateException("uncaught");
      case "halt" -> Runtime.getRuntime().halt(STATUS);
      default -> {}
    }
  }

  private static void sleep() {
    try {
      for (int i = 0; i < SLEEPS; i++) {
        Thread.sleep(1);
        LockSupport.park(); // takes the permit: see FidelityProgram.sleep
      }
    } catch (InterruptedException impossible) {
      throw new AssertionError(impossible);
    }
  }
}
