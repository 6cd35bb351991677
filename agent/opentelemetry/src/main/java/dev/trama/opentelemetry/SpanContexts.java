package dev.trama.opentelemetry;

import io.opentelemetry.sdk.autoconfigure.spi.AutoConfigurationCustomizer;
import io.opentelemetry.sdk.autoconfigure.spi.AutoConfigurationCustomizerProvider;

/** Found by OpenTelemetry's autoconfiguration, as in its Java agent. */
public final class SpanContexts implements AutoConfigurationCustomizerProvider {
  @Override
  public void customize(AutoConfigurationCustomizer configuration) {
    SpanContextStorage.install();
  }
}
