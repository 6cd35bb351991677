package dev.trama.analyzer.workload.finding;

/** Sleeps in a class initialiser, which pins; or inside {@code synchronized}, which does not. */
public final class Pins {
  private Pins() {}

  public static void main(String[] args) throws Exception {
    try (var tasks = new Tasks()) {
      if (Tasks.isTrouble(args)) {
        tasks.start("loader", Pins::load);
      } else {
        tasks.start(3, "holder", Pins::hold);
      }
    }
  }

  private static int load() {
    return Slow.VALUE;
  }

  /** From JDK 24 on a monitor is no reason to pin. */
  private static int hold() throws InterruptedException {
    synchronized (Pins.class) {
      Thread.sleep(50);
    }
    return 1;
  }

  private static final class Slow {
    static final int VALUE = load();

    private static int load() {
      try {
        Thread.sleep(50); // => initialiser
        return 1;
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
    }
  }
}
