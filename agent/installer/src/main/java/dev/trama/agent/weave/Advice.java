package dev.trama.agent.weave;

import net.bytebuddy.jar.asm.Opcodes;

/**
 * Code that is woven into one method of {@code java.lang.VirtualThread}: at its entry, before and
 * after the calls of one callee, and before it is left. Advice leaves the operand stack as it found
 * it, and sets at the entry whatever it keeps from one of its places to another. What it calls
 * never throws; where the stack is too short for the call, it is also too short for the method's
 * own calls.
 */
enum Advice {
  /** A thread gives up its carrier and comes back. */
  YIELD {
    @Override
    void atEntry(Code code) {
      suspends(code.thisThread().field("state", "I").field("timeout", "J"));
    }

    @Override
    void beforeExit(int opcode, Code code) {
      resumed(opcode, code);
    }
  },

  /** {@link #YIELD} where threads do not keep the timeout of a park: see {@link #PARK_NANOS}. */
  YIELD_WITHOUT_TIMEOUT {
    @Override
    void atEntry(Code code) {
      suspends(code.thisThread().field("state", "I").noTimeout());
    }

    @Override
    void beforeExit(int opcode, Code code) {
      resumed(opcode, code);
    }
  },

  /** A thread is about to give up its carrier for a limited time, and does not keep the limit. */
  PARK_NANOS {
    @Override
    void beforeCall(Code code) {
      code.thisThread()
          .argument(Opcodes.LLOAD, 1)
          .call("ParkProbe", "times", "(Ljava/lang/Thread;J)V");
    }
  },

  /** A pinned thread parks, and blocks its carrier. */
  PARK_ON_CARRIER {
    @Override
    void atEntry(Code code) {
      code.thisThread()
          .argument(Opcodes.ILOAD, 1)
          .argument(Opcodes.LLOAD, 2)
          .field("carrierThread", "Ljava/lang/Thread;")
          .field("parkPermit", "Z")
          .call("ParkProbe", "pins", "(Ljava/lang/Thread;ZJLjava/lang/Thread;Z)V");
    }

    @Override
    void beforeExit(int opcode, Code code) {
      code.thisThread().call("ParkProbe", "unpinned", "(Ljava/lang/Thread;)V");
    }
  },

  /** A sleep parks. */
  SLEEP {
    @Override
    void beforeCall(Code code) {
      code.thisThread().call("ParkProbe", "sleeps", "(Ljava/lang/Thread;)V");
    }

    @Override
    void beforeExit(int opcode, Code code) {
      code.thisThread().call("ParkProbe", "slept", "(Ljava/lang/Thread;)V");
    }
  },

  /** An unpark by a thread, or by a timeout that looks like one. */
  UNPARK {
    @Override
    void atEntry(Code code) {
      code.nothing().keep();
    }

    @Override
    void beforeCall(Code code) {
      candidate(code);
    }

    @Override
    void afterCall(Code code) {
      unparked(code.copy().kept().thisThread().field("state", "I").constant(false));
    }

    @Override
    void beforeExit(int opcode, Code code) {
      handedOver(opcode, code);
    }
  },

  /** {@code unpark(boolean)}, whose argument is true exactly when a timeout calls it (JDK 25). */
  UNPARK_OR_TIMEOUT {
    @Override
    void atEntry(Code code) {
      code.nothing().keep();
    }

    @Override
    void beforeCall(Code code) {
      candidate(code);
    }

    @Override
    void afterCall(Code code) {
      unparked(code.copy().kept().thisThread().field("state", "I").argument(Opcodes.ILOAD, 1));
    }

    @Override
    void beforeExit(int opcode, Code code) {
      handedOver(opcode, code);
    }
  },

  /** A timeout that has a method of its own (JDK 24). */
  TIMEOUT {
    @Override
    void atEntry(Code code) {
      code.nothing().keep();
    }

    @Override
    void beforeCall(Code code) {
      candidate(code);
    }

    @Override
    void afterCall(Code code) {
      unparked(code.copy().kept().thisThread().field("state", "I").constant(true));
    }
  },

  /** A thread has ended; now, on the carrier, the threads that joined it are woken. */
  END {
    @Override
    void atEntry(Code code) {
      code.thisThread().call("WakeProbe", "ends", "(Ljava/lang/Thread;)V");
    }

    @Override
    void beforeExit(int opcode, Code code) {
      code.thisThread().call("WakeProbe", "ended", "(Ljava/lang/Thread;)V");
    }
  },

  /** A thread is started. */
  START {
    @Override
    void atEntry(Code code) {
      code.thisThread()
          .argument(Opcodes.ALOAD, 1)
          .call("SpawnProbe", "starts", "(Ljava/lang/Thread;Ljava/lang/Object;)Ljava/lang/Object;")
          .keep();
    }

    @Override
    void beforeExit(int opcode, Code code) {
      if (opcode == Opcodes.RETURN) {
        code.kept().call("SpawnProbe", "started", "(Ljava/lang/Object;)V");
      }
    }
  },

  /** The thread has been unmounted, and no other thread can resume it yet. */
  AFTER_YIELD {
    @Override
    void atEntry(Code code) {
      code.thisThread()
          .field("state", "I")
          .field("timeout", "J")
          .call("MonitorProbe", "suspended", "(Ljava/lang/Thread;IJ)V");
    }
  },

  /** The same moment, for the stack, whatever the thread awaits. */
  FROZEN {
    @Override
    void atEntry(Code code) {
      code.thisThread().call("Stacks", "frozen", "(Ljava/lang/Thread;)V");
    }
  },

  /** A carrier takes the thread to continue it. */
  CONTINUE {
    @Override
    void afterCall(Code code) {
      code.copy().thisThread().call("MonitorProbe", "continues", "(ZLjava/lang/Thread;)V");
    }
  },

  /** The monitor is free, or the wait was notified. */
  UNBLOCK {
    @Override
    void afterCall(Code code) {
      unblocked(code.copy().thisThread().constant(false).constant(false));
    }
  },

  /** The wait's time is over. */
  WAIT_TIMEOUT {
    @Override
    void afterCall(Code code) {
      unblocked(code.copy().thisThread().constant(true).constant(false));
    }
  },

  /** The waiting thread was interrupted. */
  INTERRUPT {
    @Override
    void afterCall(Code code) {
      unblocked(code.copy().thisThread().constant(false).constant(true));
    }
  };

  void atEntry(Code code) {}

  void beforeCall(Code code) {}

  void afterCall(Code code) {}

  /** Called at each return and throw; {@code opcode} is the one that leaves the method. */
  void beforeExit(int opcode, Code code) {}

  private static void suspends(Code code) {
    code.field("carrierThread", "Ljava/lang/Thread;")
        .call("ParkProbe", "suspends", "(Ljava/lang/Thread;IJLjava/lang/Thread;)Ljava/lang/Object;")
        .keep();
  }

  private static void resumed(int opcode, Code code) {
    if (opcode == Opcodes.IRETURN) {
      code.copy().kept().swap().call("ParkProbe", "resumed", "(Ljava/lang/Object;Z)V");
    }
  }

  private static void candidate(Code code) {
    code.thisThread()
        .call("WakeProbe", "candidate", "(Ljava/lang/Thread;)Ljava/lang/Object;")
        .keep();
  }

  private static void unparked(Code code) {
    code.call(
            "WakeProbe", "unparked", "(ZLjava/lang/Object;Ljava/lang/Thread;IZ)Ljava/lang/Object;")
        .keep();
  }

  private static void handedOver(int opcode, Code code) {
    if (opcode == Opcodes.RETURN) {
      code.kept().call("WakeProbe", "handedOver", "(Ljava/lang/Object;)V");
    }
  }

  private static void unblocked(Code code) {
    code.call("MonitorProbe", "unblocked", "(ZLjava/lang/Thread;ZZ)V");
  }
}
