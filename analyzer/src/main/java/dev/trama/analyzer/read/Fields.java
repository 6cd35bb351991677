package dev.trama.analyzer.read;

import dev.trama.analyzer.model.Awaitable;
import dev.trama.analyzer.model.ThreadRef;
import java.time.Instant;
import jdk.jfr.consumer.RecordedClass;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordedThread;

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

  static ThreadRef thread(RecordedEvent event) {
    return of(event.getThread());
  }

  static ThreadRef thread(RecordedEvent event, String field) {
    return of(event.getThread(field));
  }

  static Awaitable awaitable(RecordedEvent event, String field, int identity) {
    RecordedClass type = event.getClass(field);
    return type == null ? Awaitable.NONE : new Awaitable(type.getName(), identity);
  }

  private static ThreadRef of(RecordedThread thread) {
    if (thread == null) {
      return ThreadRef.UNKNOWN;
    }
    String name = thread.getJavaName();
    return new ThreadRef(thread.getJavaThreadId(), name == null ? "" : name, thread.isVirtual());
  }

  private static long nanos(Instant instant) {
    return instant.getEpochSecond() * 1_000_000_000L + instant.getNano();
  }
}
