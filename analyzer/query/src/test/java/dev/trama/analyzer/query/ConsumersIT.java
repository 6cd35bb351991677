package dev.trama.analyzer.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openjdk.jmc.common.item.IItem;
import org.openjdk.jmc.common.item.IItemCollection;
import org.openjdk.jmc.common.item.IItemIterable;
import org.openjdk.jmc.common.item.IMemberAccessor;
import org.openjdk.jmc.common.item.ItemFilters;
import org.openjdk.jmc.common.unit.IQuantity;
import org.openjdk.jmc.common.unit.UnitLookup;
import org.openjdk.jmc.flightrecorder.JfrAttributes;
import org.openjdk.jmc.flightrecorder.JfrLoaderToolkit;

/** Compares what other programs read from a recording or an export with {@code trama points}. */
class ConsumersIT {
  @TempDir static Path dir;
  private static Totals points;

  private record Totals(long awaits, long nanos) {}

  @BeforeAll
  static void record() throws Exception {
    Trama.record(dir, "app.jfr", "dev.trama.samples.locks.Contention");
    Trama shown = Trama.run(dir, "points", "app.jfr", "--include-jdk", "--limit", "0", "--json");
    long awaits = 0;
    long nanos = 0;
    for (JsonNode point : new ObjectMapper().readTree(shown.out()).get("points")) {
      awaits += point.get("count").asLong();
      nanos += point.get("totalNanos").asLong();
    }
    points = new Totals(awaits, nanos);
    assertThat(points.awaits()).isPositive();
  }

  @Test
  void missionControlsParser_readsTheSameAwaits() throws Exception {
    IItemCollection events = JfrLoaderToolkit.loadEvents(dir.resolve("app.jfr").toFile());
    long awaits = 0;
    long nanos = 0;
    for (String type : List.of("trama.Await", "trama.MonitorAwait")) {
      for (IItemIterable some : events.apply(ItemFilters.type(type))) {
        IMemberAccessor<IQuantity, IItem> duration =
            JfrAttributes.DURATION.getAccessor(some.getType());
        for (IItem event : some) {
          awaits++;
          nanos += duration.getMember(event).clampedLongValueIn(UnitLookup.NANOSECOND);
        }
      }
    }
    assertThat(new Totals(awaits, nanos)).isEqualTo(points);
  }

  @Test
  void goToolPprof_addsUpToTheSame() throws Exception {
    assumeThat(onPath("go")).as("go on the PATH").isTrue();
    Trama.run(dir, "export", "app.jfr", "--include-jdk", "--to", "pprof", "-o", "app.pb.gz");

    assertThat(pprof("awaits")).contains("Total samples = " + points.awaits() + "ns");
    assertThat(pprof("await")).contains("Total samples = " + points.nanos() + "ns");
  }

  private static boolean onPath(String program) {
    return List.of(System.getenv("PATH").split(":")).stream()
        .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
  }

  private static String pprof(String index) throws Exception {
    Process go =
        new ProcessBuilder(
                "go", "tool", "pprof", "-top", "-unit=ns", "-sample_index=" + index, "app.pb.gz")
            .directory(dir.toFile())
            .redirectErrorStream(true)
            .start();
    String out = new String(go.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(go.waitFor()).as(out).isZero();
    return out;
  }
}
