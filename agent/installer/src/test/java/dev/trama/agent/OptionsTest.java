package dev.trama.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class OptionsTest {
  @ParameterizedTest
  @NullSource
  @ValueSource(strings = {"", "  "})
  void noOptions_areTheDefaults(String arguments) throws Exception {
    Options options = Options.parse(arguments);
    assertThat(options.file().getFileName())
        .hasToString("trama-" + ProcessHandle.current().pid() + ".jfr");
    assertThat(options.file()).isAbsolute();
    assertThat(options.stacks()).isEqualTo(Options.Stacks.ALL);
    assertThat(options.budgetPercent()).isEqualTo(2);
    assertThat(options.maxAge()).isEmpty();
    assertThat(options.maxSizeBytes()).isEmpty();
    assertThat(options.ownRecording()).isTrue();
    assertThat(options.live()).isEmpty();
  }

  @Test
  void allOptions() throws Exception {
    Options options =
        Options.parse(
            "file=/tmp/a b.jfr,stacks=jfr,budget=0.5,maxage=90m,maxsize=64M,recording=none,live=5");
    assertThat(options.file()).isEqualTo(Path.of("/tmp/a b.jfr"));
    assertThat(options.stacks()).isEqualTo(Options.Stacks.JFR);
    assertThat(options.budgetPercent()).isEqualTo(0.5);
    assertThat(options.maxAge()).contains(Duration.ofMinutes(90));
    assertThat(options.maxSizeBytes()).hasValue(64L << 20);
    assertThat(options.ownRecording()).isFalse();
    assertThat(options.live()).contains(Duration.ofSeconds(5));
  }

  @Test
  void asText_areTheSameOptionsAgain() throws Exception {
    Options options =
        Options.parse("file=/tmp/x.jfr,stacks=none,maxage=2h,maxsize=10k,recording=none,live=1");
    assertThat(Options.parse(options.toString())).isEqualTo(options);
  }

  @Test
  void blanksAroundKeysAndValues_areForgiven() throws Exception {
    assertThat(Options.parse(" stacks = none , budget = 7 "))
        .matches(options -> options.stacks() == Options.Stacks.NONE)
        .matches(options -> options.budgetPercent() == 7);
  }

  @ParameterizedTest
  @CsvSource({"1s, 1", "2m, 120", "3h, 10800", "4d, 345600"})
  void ages(String value, long seconds) throws Exception {
    assertThat(Options.parse("maxage=" + value).maxAge()).contains(Duration.ofSeconds(seconds));
  }

  @ParameterizedTest
  @CsvSource({"500, 500", "1k, 1024", "2m, 2097152", "3g, 3221225472", "1K, 1024"})
  void sizes(String value, long bytes) throws Exception {
    assertThat(Options.parse("maxsize=" + value).maxSizeBytes()).hasValue(bytes);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "file=",
        "file",
        "stacks=ALL",
        "stacks=",
        "budget=0",
        "budget=-1",
        "budget=101",
        "budget=NaN",
        "budget=much",
        "maxage=10",
        "maxage=s",
        "maxage=-1s",
        "maxage=99999999999d",
        "maxsize=k",
        "maxsize=10t",
        "recording=maybe",
        "live=0",
        "dumpevery=1",
        "dumpkeep=0",
        "dumpkeep=many",
        "dumpon=",
        "live=1.5",
        "live=99999999",
      })
  void badValue_namesTheKeyAndWhatIsValid(String argument) {
    String key = argument.split("=")[0];
    assertThatThrownBy(() -> Options.parse("stacks=all," + argument))
        .isInstanceOf(CannotTraceException.class)
        .hasMessageStartingWith("bad value '")
        .hasMessageContaining("' for " + key + "; valid is ")
        .hasMessageEndingWith("; the application runs untraced")
        .hasMessageNotContaining("\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"fiel=x", "File=x", "=x", "stacks=all,,budget=2", "stacks=all,", "help"})
  void unknownKey_namesItAndTheValidOnes(String arguments) {
    assertThatThrownBy(() -> Options.parse(arguments))
        .isInstanceOf(CannotTraceException.class)
        .hasMessageStartingWith("unknown option '")
        .hasMessageContaining(
            "valid are budget, dumpevery, dumpkeep, dumpon, file, live, maxage, maxsize, recording, stacks")
        .hasMessageEndingWith("; the application runs untraced");
  }

  @Test
  void dumpon_canBeGivenSeveralTimes_andMakesARing() throws Exception {
    Options options = Options.parse("dumpon=stuck>10s,dumpon=finding=wait-cycle,dumpevery=30s");
    assertThat(options.dumps().conditions())
        .extracting(condition -> condition.text())
        .containsExactly("stuck>10s", "finding=wait-cycle");
    assertThat(options.dumps().every()).isEqualTo(Duration.ofSeconds(30));
    assertThat(options.dumps().keep()).isEqualTo(10);
    assertThat(options.maxAge()).contains(Duration.ofMinutes(5));
    assertThat(options.toString())
        .contains("dumpon=stuck>10s,dumpon=finding=wait-cycle,dumpevery=30s,dumpkeep=10");
    assertThat(Options.parse("dumpon=stuck>10s,maxsize=50m").maxAge()).isEmpty();
    assertThat(Options.parse("").maxAge()).isEmpty();
  }

  @Test
  void dumpon_needsARecordingOfTheAgents() {
    assertThatThrownBy(() -> Options.parse("dumpon=stuck>10s,recording=none"))
        .hasMessageContaining("dumpon needs the agent's own recording");
  }

  @Test
  void badCondition_isNamed_withWhatIsWrong() {
    assertThatThrownBy(() -> Options.parse("dumpon=ready.p99>20"))
        .hasMessage(
            "bad value 'ready.p99>20' for dumpon; the time needs a unit: us, ms, s or m;"
                + " the application runs untraced");
  }
}
