package dev.trama.opentelemetry;

import io.opentelemetry.api.trace.SpanContext;
import jdk.jfr.Category;
import jdk.jfr.Description;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;

/**
 * A thread works for a span. Written twice: without a duration when it begins, so that work in
 * flight is known, and with its duration when it ends, when the span has its final name. Ids are
 * numbers, because texts would cost more than the rest of the event.
 */
@Name("trama.Span")
@Label("Span")
@Description("A thread works for a span of OpenTelemetry; without a duration when it begins to")
@Category("Trama")
@StackTrace(false)
final class SpanEvent extends Event {
  @Contextual
  @Label("Name")
  @Description("The span's name at that moment; absent when it is not known in this process")
  String name;

  @Contextual
  @Label("Trace Id, First Half")
  @Description("The first 64 bits of the trace id")
  long traceIdHigh;

  @Contextual
  @Label("Trace Id, Second Half")
  @Description("The last 64 bits of the trace id")
  long traceIdLow;

  @Contextual
  @Label("Span Id")
  @Description("The span's id")
  long spanId;

  void fill(SpanContext span) {
    String trace = span.getTraceId();
    traceIdHigh = Long.parseUnsignedLong(trace, 0, 16, 16);
    traceIdLow = Long.parseUnsignedLong(trace, 16, 32, 16);
    spanId = Long.parseUnsignedLong(span.getSpanId(), 16);
  }
}
