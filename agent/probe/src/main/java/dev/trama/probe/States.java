package dev.trama.probe;

/**
 * The states of {@code java.lang.VirtualThread} that the probes distinguish. Their numbers differ
 * by release, so the installer reads them from the class itself; a state that a release lacks keeps
 * a number that no thread ever has.
 */
public final class States {
  private static final int NONE = -1;

  /** Set in a state while a thread is suspended by another that reads its stack (JDK 21 to 25). */
  static final int SUSPENDED = 1 << 8;

  static int parking = NONE;
  static int parked = NONE;
  static int pinned = NONE;
  static int timedParking = NONE;
  static int timedParked = NONE;
  static int timedPinned = NONE;
  static int yielding = NONE;
  static int blocking = NONE;
  static int waiting = NONE;
  static int timedWaiting = NONE;

  private States() {}

  /**
   * Sets one state's number.
   *
   * @param name the constant's name in {@code java.lang.VirtualThread}
   */
  public static void set(String name, int value) {
    switch (name) {
      case "PARKING" -> parking = value;
      case "PARKED" -> parked = value;
      case "PINNED" -> pinned = value;
      case "TIMED_PARKING" -> timedParking = value;
      case "TIMED_PARKED" -> timedParked = value;
      case "TIMED_PINNED" -> timedPinned = value;
      case "YIELDING" -> yielding = value;
      case "BLOCKING" -> blocking = value;
      case "WAITING" -> waiting = value;
      case "TIMED_WAITING" -> timedWaiting = value;
      default -> {
        // a state the probes need not know
      }
    }
  }

  /** Whether a thread in this state is parked or about to be, so that an unpark ends its await. */
  static boolean isParked(int stateWithFlags) {
    int state = stateWithFlags & ~SUSPENDED;
    return state == parking
        || state == parked
        || state == timedParking
        || state == timedParked
        || state == pinned
        || state == timedPinned;
  }
}
