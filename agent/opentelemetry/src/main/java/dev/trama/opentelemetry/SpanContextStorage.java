package dev.trama.opentelemetry;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.ContextStorage;
import io.opentelemetry.context.Scope;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Writes an event whenever a thread starts or stops working for a span; not for a span that it
 * already works for, which happens often and says nothing new.
 *
 * <p>Without a recording, a scope costs one more check of a flag.
 */
public final class SpanContextStorage implements ContextStorage {
  private static final AtomicBoolean INSTALLED = new AtomicBoolean();

  private final ContextStorage storage;

  SpanContextStorage(ContextStorage storage) {
    this.storage = storage;
  }

  /**
   * Call it once in a process, before OpenTelemetry is used for the first time. Not needed with
   * OpenTelemetry's Java agent or its autoconfiguration, which find this by themselves.
   */
  public static void install() {
    if (INSTALLED.compareAndSet(false, true)) {
      ContextStorage.addWrapper(SpanContextStorage::new);
    }
  }

  @Override
  public Scope attach(Context toAttach) {
    var event = new SpanEvent();
    if (!event.isEnabled()) {
      return storage.attach(toAttach);
    }
    Span span = Span.fromContext(toAttach);
    SpanContext next = span.getSpanContext();
    if (!next.isValid() || next.equals(currentSpan())) {
      return storage.attach(toAttach);
    }
    Scope scope = storage.attach(toAttach);
    event.begin();
    var start = new SpanEvent();
    start.fill(next);
    start.name = SpanNames.of(span);
    start.commit();
    return () -> {
      event.fill(next);
      event.name = SpanNames.of(span);
      event.commit();
      scope.close();
    };
  }

  private SpanContext currentSpan() {
    Context current = storage.current();
    return current == null ? SpanContext.getInvalid() : Span.fromContext(current).getSpanContext();
  }

  @Override
  public Context current() {
    return storage.current();
  }

  @Override
  public Context root() {
    return storage.root();
  }
}
