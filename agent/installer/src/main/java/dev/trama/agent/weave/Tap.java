package dev.trama.agent.weave;

import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;

/**
 * Code woven in before or after one call inside a method of {@code java.lang.VirtualThread}. A tap
 * leaves the operand stack as it found it, and uses one local variable above all of the method's
 * own.
 */
enum Tap {
  /** Before a sleep parks: says that it is a sleep. */
  SLEEP {
    @Override
    void before(MethodVisitor code) {
      code.visitVarInsn(Opcodes.ALOAD, 0);
      call(code, "ParkProbe", "sleeps", "(Ljava/lang/Thread;)V");
    }
  },

  /** An unpark by a thread, or by a timeout that looks like one. */
  UNPARK {
    @Override
    void before(MethodVisitor code) {
      candidate(code);
    }

    @Override
    void after(MethodVisitor code) {
      unparked(code, () -> code.visitInsn(Opcodes.ICONST_0));
    }
  },

  /** {@code unpark(boolean)}, whose parameter is true exactly when a timeout calls it (JDK 25). */
  UNPARK_LAZILY_ON_TIMEOUT {
    @Override
    void before(MethodVisitor code) {
      candidate(code);
    }

    @Override
    void after(MethodVisitor code) {
      unparked(code, () -> code.visitVarInsn(Opcodes.ILOAD, 1));
    }
  },

  /** A timeout that has a method of its own (JDK 24). */
  UNPARK_ON_TIMEOUT {
    @Override
    void before(MethodVisitor code) {
      candidate(code);
    }

    @Override
    void after(MethodVisitor code) {
      unparked(code, () -> code.visitInsn(Opcodes.ICONST_1));
    }
  },

  /** A carrier takes the thread to continue it. */
  CONTINUE {
    @Override
    void after(MethodVisitor code) {
      code.visitInsn(Opcodes.DUP);
      code.visitVarInsn(Opcodes.ALOAD, 0);
      call(code, "MonitorProbe", "continues", "(ZLjava/lang/Thread;)V");
    }
  },

  /** The monitor is free, or the wait was notified. */
  UNBLOCK {
    @Override
    void after(MethodVisitor code) {
      unblocked(code, Opcodes.ICONST_0, Opcodes.ICONST_0);
    }
  },

  /** The wait's time is over. */
  WAIT_TIMEOUT {
    @Override
    void after(MethodVisitor code) {
      unblocked(code, Opcodes.ICONST_1, Opcodes.ICONST_0);
    }
  },

  /** The waiting thread was interrupted. */
  INTERRUPT {
    @Override
    void after(MethodVisitor code) {
      unblocked(code, Opcodes.ICONST_0, Opcodes.ICONST_1);
    }
  };

  /** Above the local variables of every tapped method, the largest of which has nine (JDK 25). */
  static final int LOCAL = 24;

  /** What a tap needs of the operand stack beyond the method's own. */
  static final int STACK = 6;

  void before(MethodVisitor code) {}

  void after(MethodVisitor code) {}

  private static void candidate(MethodVisitor code) {
    code.visitVarInsn(Opcodes.ALOAD, 0);
    call(code, "WakeProbe", "candidate", "(Ljava/lang/Thread;)Ljava/lang/Object;");
    code.visitVarInsn(Opcodes.ASTORE, LOCAL);
  }

  private static void unparked(MethodVisitor code, Runnable pushTimeout) {
    code.visitInsn(Opcodes.DUP);
    code.visitVarInsn(Opcodes.ALOAD, LOCAL);
    code.visitVarInsn(Opcodes.ALOAD, 0);
    code.visitVarInsn(Opcodes.ALOAD, 0);
    code.visitFieldInsn(Opcodes.GETFIELD, "java/lang/VirtualThread", "state", "I");
    pushTimeout.run();
    call(code, "WakeProbe", "unparked", "(ZLjava/lang/Object;Ljava/lang/Thread;IZ)V");
  }

  private static void unblocked(MethodVisitor code, int timeout, int interrupt) {
    code.visitInsn(Opcodes.DUP);
    code.visitVarInsn(Opcodes.ALOAD, 0);
    code.visitInsn(timeout);
    code.visitInsn(interrupt);
    call(code, "MonitorProbe", "unblocked", "(ZLjava/lang/Thread;ZZ)V");
  }

  private static void call(MethodVisitor code, String probe, String method, String descriptor) {
    code.visitMethodInsn(
        Opcodes.INVOKESTATIC, "dev/trama/probe/" + probe, method, descriptor, false);
  }
}
