package dev.trama.opentelemetry;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.sdk.trace.ReadableSpan;

/** The API has no way to read a span's name; the SDK, which may be absent, has. */
final class SpanNames {
  private static final boolean IS_READABLE = isReadable();

  private SpanNames() {}

  private static boolean isReadable() {
    try {
      Class.forName(
          "io.opentelemetry.sdk.trace.ReadableSpan", false, SpanNames.class.getClassLoader());
      return true;
    } catch (ClassNotFoundException e) {
      return false;
    }
  }

  /** Null, which JFR writes as absent, when it is not known. */
  static String of(Span span) {
    return IS_READABLE ? Sdk.nameOf(span) : null;
  }

  /** Loaded only where the SDK is present. */
  private static final class Sdk {
    static String nameOf(Span span) {
      return span instanceof ReadableSpan readable ? readable.getName() : null;
    }
  }
}
