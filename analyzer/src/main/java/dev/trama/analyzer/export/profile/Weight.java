package dev.trama.analyzer.export.profile;

/** What a profile measures. */
public enum Weight {
  /** How many. */
  awaits("awaits", "count"),
  /** How long until they ran again, ready time included: the totals of {@code points}. */
  await("await", "nanoseconds"),
  /** How long they then waited for a carrier. */
  ready("ready", "nanoseconds");

  private final String type;
  private final String unit;

  Weight(String type, String unit) {
    this.type = type;
    this.unit = unit;
  }

  String type() {
    return type;
  }

  String unit() {
    return unit;
  }

  long of(Sample sample) {
    return switch (this) {
      case awaits -> sample.awaits();
      case await -> sample.nanos();
      case ready -> sample.readyNanos();
    };
  }
}
