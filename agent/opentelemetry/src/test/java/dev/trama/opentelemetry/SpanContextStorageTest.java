package dev.trama.opentelemetry;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@SuppressWarnings({"try", "MustBeClosedChecker"}) // a scope is there to be closed
class SpanContextStorageTest {
  static {
    SpanContextStorage.install();
  }

  /** Without a processor no span has an id. */
  private static final SdkTracerProvider SDK =
      SdkTracerProvider.builder()
          .addSpanProcessor(SimpleSpanProcessor.create(SpanExporter.composite()))
          .build();

  private static final Tracer TRACER = SDK.get("test");

  @TempDir Path directory;

  @Test
  void span_isWrittenWhenItBeginsAndWhenItEnds() throws Exception {
    Span span = TRACER.spanBuilder("GET").startSpan();
    List<RecordedEvent> events =
        eventsOf(
            () -> {
              try (Scope ignored = span.makeCurrent()) {
                span.updateName("GET /stock");
              }
              return null;
            });
    assertThat(events).hasSize(2).allSatisfy(event -> assertThat(id(event)).isEqualTo(id(span)));
    RecordedEvent start = start(events);
    RecordedEvent whole = whole(events);
    assertThat(start.getString("name")).isEqualTo("GET");
    assertThat(whole.getString("name")).isEqualTo("GET /stock");
    assertThat(whole.getStartTime()).isBeforeOrEqualTo(start.getStartTime());
    assertThat(whole.getEndTime()).isAfterOrEqualTo(start.getStartTime());
  }

  @Test
  void spanInFlight_hasItsStart() throws Exception {
    Span span = TRACER.spanBuilder("GET").startSpan();
    Scope[] open = {null};
    List<RecordedEvent> events =
        eventsOf(
            () -> {
              open[0] = span.makeCurrent();
              return null;
            });
    open[0].close();
    assertThat(events).singleElement().satisfies(e -> assertThat(id(e)).isEqualTo(id(span)));
  }

  @Test
  void spanThatTheThreadWorksForAlready_isNotWrittenAgain() throws Exception {
    Span span = TRACER.spanBuilder("GET").startSpan();
    List<RecordedEvent> events =
        eventsOf(
            () -> {
              try (Scope outer = span.makeCurrent();
                  Scope again = Context.current().with(span).makeCurrent()) {
                assertThat(Span.current()).isSameAs(span);
              }
              return null;
            });
    assertThat(events).hasSize(2);
  }

  @Test
  void otherThread_isWrittenForItself() throws Exception {
    Span span = TRACER.spanBuilder("GET").startSpan();
    List<RecordedEvent> events =
        eventsOf(
            () -> {
              Context context = Context.root().with(span);
              Thread other = Thread.ofVirtual().name("other").start(context.wrap(() -> {}));
              other.join();
              return null;
            });
    assertThat(events)
        .hasSize(2)
        .allSatisfy(event -> assertThat(event.getThread().getJavaName()).isEqualTo("other"));
  }

  /** As in a server, where another process began the span. */
  @Test
  void spanWithoutAName_hasItsIds() throws Exception {
    Span span =
        Span.wrap(
            SpanContext.createFromRemoteParent(
                "ffffffffffffffff00000000000000ab",
                "800000000000000f",
                TraceFlags.getDefault(),
                TraceState.getDefault()));
    List<RecordedEvent> events =
        eventsOf(
            () -> {
              span.makeCurrent().close();
              return null;
            });
    assertThat(events).hasSize(2);
    assertThat(id(events.getFirst())).isEqualTo(id(span));
    assertThat(events.getFirst().getString("name")).isNull();
  }

  @Test
  void noSpan_isNotWritten() throws Exception {
    assertThat(
            eventsOf(
                () -> {
                  Context.root().makeCurrent().close();
                  return null;
                }))
        .isEmpty();
  }

  private List<RecordedEvent> eventsOf(Callable<Void> work) throws Exception {
    Path file = directory.resolve("spans.jfr");
    try (var recording = new Recording()) {
      recording.enable(SpanEvent.class);
      recording.start();
      work.call();
      recording.dump(file);
    }
    return RecordingFile.readAllEvents(file);
  }

  private static RecordedEvent start(List<RecordedEvent> events) {
    return events.stream().filter(e -> "GET".equals(e.getString("name"))).findFirst().orElseThrow();
  }

  private static RecordedEvent whole(List<RecordedEvent> events) {
    RecordedEvent start = start(events);
    return events.stream().filter(e -> e != start).findFirst().orElseThrow();
  }

  private static String id(RecordedEvent event) {
    return String.format(
        "%016x%016x %016x",
        event.getLong("traceIdHigh"), event.getLong("traceIdLow"), event.getLong("spanId"));
  }

  private static String id(Span span) {
    return span.getSpanContext().getTraceId() + " " + span.getSpanContext().getSpanId();
  }
}
