package dev.trama.probe.stack;

/**
 * Where the interpreter keeps what identifies a frame, in words from its frame pointer, and how it
 * points to its caller. From the sources of the JDK ({@code frame_x86.hpp}, {@code
 * frame_aarch64.hpp}), the same in JDK 21 to 26.
 *
 * @param method the {@code Method*}
 * @param bytecode the bytecode pointer
 * @param senderSp where the caller's frame begins, relative to the frame pointer
 * @param returnAddress where the return address stands
 * @param addressMask which bits of a return address are its address; others may be a signature
 */
record InterpreterFrame(
    int method, int bytecode, int senderSp, int returnAddress, long addressMask) {

  private static final InterpreterFrame X86_64 = new InterpreterFrame(-3, -8, -1, 1, -1L);

  /**
   * With branch protection the JVM signs return addresses in the bits above an address. Written
   * from the sources; it was never run.
   */
  private static final InterpreterFrame AARCH64 =
      new InterpreterFrame(-3, -9, -1, 1, (1L << 48) - 1);

  /**
   * Returns the layout of a processor's frames.
   *
   * @param architecture as in the system property {@code os.arch}
   * @throws LayoutUnknownException when it is neither x86_64 nor aarch64
   */
  static InterpreterFrame of(String architecture) {
    return switch (architecture) {
      case "amd64", "x86_64" -> X86_64;
      case "aarch64" -> AARCH64;
      default -> throw new LayoutUnknownException("frames of " + architecture + " are not known");
    };
  }
}
