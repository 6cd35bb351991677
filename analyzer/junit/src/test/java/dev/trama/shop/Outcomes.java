package dev.trama.shop;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.util.Map;
import java.util.TreeMap;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.Event;
import org.junit.platform.testkit.engine.Events;

/** Runs a test class inside a test, and returns the results of its tests. */
final class Outcomes {
  private Outcomes() {}

  /**
   * @param settings configuration parameters of JUnit
   */
  static Events of(Class<?> testClass, Map<String, String> settings) {
    return EngineTestKit.engine("junit-jupiter")
        .selectors(selectClass(testClass))
        .configurationParameters(settings)
        .execute()
        .testEvents();
  }

  /** What each failed or aborted test threw, by the name of its method. */
  static Map<String, Throwable> thrown(Events events) {
    Map<String, Throwable> thrown = new TreeMap<>();
    for (Event event : events.finished().list()) {
      event
          .getPayload(TestExecutionResult.class)
          .flatMap(TestExecutionResult::getThrowable)
          .ifPresent(
              t ->
                  thrown.put(
                      event.getTestDescriptor().getDisplayName().replaceAll("\\(.*", ""), t));
    }
    return thrown;
  }
}
