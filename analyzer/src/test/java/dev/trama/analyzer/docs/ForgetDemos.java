package dev.trama.analyzer.docs;

import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.TestWatcher;

/** A test that fails and is run again sees other recordings than the first time. */
final class ForgetDemos implements TestWatcher {
  @Override
  public void testFailed(ExtensionContext context, Throwable cause) {
    Demos.forget();
  }
}
