package dev.trama.samples.orders;

import io.helidon.logging.common.spi.LoggingProvider;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Lets Helidon log warnings only, so that the sample's own lines are not lost among its. */
public final class QuietLogging implements LoggingProvider {
  /** Kept here because java.util.logging forgets the settings of loggers that nobody holds. */
  private static final Logger ROOT = Logger.getLogger("");

  @Override
  public void initialization() {
    ROOT.setLevel(Level.WARNING);
  }

  @Override
  public void runTime() {
    initialization();
  }
}
