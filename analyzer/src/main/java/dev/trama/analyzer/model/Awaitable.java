package dev.trama.analyzer.model;

/**
 * The object that was awaited.
 *
 * @param type its class; empty when none or unknown
 * @param identity its identity hash code, which distinguishes objects of a class; 0 when unknown
 */
public record Awaitable(String type, int identity) {
  public static final Awaitable NONE = new Awaitable("", 0);

  public boolean isKnown() {
    return !type.isEmpty();
  }
}
