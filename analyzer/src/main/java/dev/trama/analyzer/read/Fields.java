package dev.trama.analyzer.read;

import java.time.Instant;
import jdk.jfr.consumer.RecordedEvent;

/** Fields of an event in the model's terms; here, and only here, null stands for absent. */
final class Fields {
  private Fields() {}

  static long startNanos(RecordedEvent event) {
    return nanos(event.getStartTime());
  }

  static long endNanos(RecordedEvent event) {
    return nanos(event.getEndTime());
  }

  static String text(RecordedEvent event, String field) {
    String value = event.getString(field);
    return value == null ? "" : value;
  }

  private static long nanos(Instant instant) {
    return instant.getEpochSecond() * 1_000_000_000L + instant.getNano();
  }
}
