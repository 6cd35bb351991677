package dev.trama.shop;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The messages when awaits are not as asserted. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FailuresIT {
  @TempDir static Path reports;

  private Map<String, Throwable> thrown;

  @BeforeAll
  void runThemAll() {
    thrown =
        Outcomes.thrown(
            Outcomes.of(FailingShop.class, Map.of("trama.reports", reports.toString())));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      value = {
        "exactly | expected exactly 2 awaits of \"queue take\", but there was 1:",
        "exactly | ×1  queue take  Shop.take  Shop.java:",
        "exactly | └─ await queue take",
        "atMost | expected at most 1 await of \"sleep\" in dev.trama.shop.Shop, but there were 3:",
        "atMost | ×3  sleep  Shop.nap  Shop.java:",
        "atLeast | expected at least 1 await of \"queue take\" woken by clerk, but there was none",
        "none | expected no await in dev.trama.shop, but there was 1:",
        "serial | expected at most 2 awaits in a row that could have overlapped, but there were 3:",
        "noPinning | expected no await with a pinned carrier, but there was 1:",
        "noPinning | ×1  latch (pinned)  Pinning.Slow.<clinit>  Pinning.java:",
        "noAwaitHoldingALock | expected no await while a lock is held, but there was 1:",
        "noAwaitHoldingALock | holding lock ReentrantLock",
        "noAwaitHoldingAMonitor | expected no await while a monitor is held, but there was 1:",
        "noAwaitHoldingAMonitor | holding monitor of Object",
        "allTasksEnd | expected all tasks to end, but 1 of 1 had not after 0 s:",
        "allTasksEnd | awaits latch  Shop.await  Shop.java:",
        "wokenBy | expected every await of \"queue take\" to be woken by clerk, but 1 was not:",
        "wokenBy | woken by thief",
        "matchesAwaits | the awaits are not those in other.awaits",
        "matchesAwaits | -    ├─ await queue take ×1",
      })
  void aFailure_saysWhatWasExpectedAndWhatWas(String test, String message) {
    assertThat(thrown.get(test)).isInstanceOf(AssertionError.class).hasMessageContaining(message);
  }

  @Test
  void anyOtherFailure_hasTheTraceToo() {
    assertThat(thrown.get("anythingElse")).hasMessage("out of socks");
    assertThat(thrown.get("anythingElse").getSuppressed()[0])
        .hasMessageContaining("await queue take");
  }

  @Test
  void eachFailedTest_leavesItsOwnRecording() throws IOException {
    for (String test : thrown.keySet()) {
      Path recording = reports.resolve("dev.trama.shop.FailingShop." + test + ".jfr");
      assertThat(recording).isRegularFile();
    }
    assertThat(awaits("exactly")).hasSize(1);
    assertThat(awaits("atMost")).hasSize(3);
    try (var left = Files.list(reports)) {
      assertThat(left.filter(file -> file.getFileName().toString().startsWith("all"))).isEmpty();
    }
  }

  private static List<RecordedEvent> awaits(String test) throws IOException {
    Path recording = reports.resolve("dev.trama.shop.FailingShop." + test + ".jfr");
    return RecordingFile.readAllEvents(recording).stream()
        .filter(event -> event.getEventType().getName().startsWith("trama.Await"))
        .collect(Collectors.toList());
  }
}
