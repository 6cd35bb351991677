package dev.trama.samples.orders;

import io.helidon.logging.common.spi.LoggingProvider;

/** Leaves logging as the program has set it up; without a provider Helidon prints a complaint. */
public final class LoggingAsItIs implements LoggingProvider {
  @Override
  public void initialization() {}

  @Override
  public void runTime() {}
}
