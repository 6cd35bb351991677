package dev.trama.analyzer.model;

/**
 * Impossible orders of events: how many were found and corrected.
 *
 * @param overlappingAwaits awaits that began before the previous one had ended; their start was
 *     moved
 * @param outsideLife awaits before their task's start or after its end, which was moved
 */
public record Anomalies(long overlappingAwaits, long outsideLife) {
  public static final Anomalies NONE = new Anomalies(0, 0);

  public Anomalies plus(Anomalies more) {
    return new Anomalies(
        overlappingAwaits + more.overlappingAwaits, outsideLife + more.outsideLife);
  }

  public boolean any() {
    return overlappingAwaits + outsideLife > 0;
  }
}
