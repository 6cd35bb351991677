package dev.trama.analyzer.read.decode;

import java.time.Instant;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordedObject;

/**
 * Fields of an event in the model's terms; here, and only here, null stands for absent.
 *
 * <p>On the hot path: {@code getValue} finds a field by one scan over the names, while the typed
 * getters scan twice or look for annotations. That is half of the time of reading an await.
 */
final class Fields {
  private Fields() {}

  static long startNanos(RecordedEvent event) {
    return nanos(event.getStartTime());
  }

  static long endNanos(RecordedEvent event) {
    return nanos(event.getEndTime());
  }

  static String text(RecordedObject object, String field) {
    String value = object.getValue(field);
    return value == null ? "" : value;
  }

  static long number(RecordedObject object, String field) {
    return object.<Number>getValue(field).longValue();
  }

  static boolean flag(RecordedObject object, String field) {
    return object.<Boolean>getValue(field);
  }

  private static long nanos(Instant instant) {
    return instant.getEpochSecond() * 1_000_000_000L + instant.getNano();
  }
}
