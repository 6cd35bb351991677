package dev.trama.analyzer;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.UnknownFieldSet;
import dev.trama.analyzer.analyse.points.Point;
import dev.trama.analyzer.analyse.points.PointsFold;
import dev.trama.analyzer.export.perfetto.PerfettoExport;
import dev.trama.analyzer.export.profile.Collapsed;
import dev.trama.analyzer.export.profile.Otlp;
import dev.trama.analyzer.export.profile.Pprof;
import dev.trama.analyzer.export.profile.Sample;
import dev.trama.analyzer.export.profile.SampleFold;
import dev.trama.analyzer.export.profile.Weight;
import dev.trama.analyzer.model.TraceEvent;
import io.opentelemetry.proto.profiles.v1development.Profile;
import io.opentelemetry.proto.profiles.v1development.ProfilesData;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** Totals in every format are those of {@code points}; consumers' own parsers read them. */
class ExportTest {
  private record Sums(long awaits, long nanos, long readyNanos) {}

  private static Sums points(long seed) {
    var fold = new PointsFold((task, await) -> true);
    RandomRecording.events(seed).forEach(fold);
    List<Point> points = fold.points();
    return new Sums(
        points.stream().mapToLong(p -> p.durations().count()).sum(),
        points.stream().mapToLong(p -> p.durations().total()).sum(),
        points.stream().mapToLong(p -> p.ready().total()).sum());
  }

  private static List<Sample> samples(long seed) {
    var fold = new SampleFold((task, await) -> true);
    RandomRecording.events(seed).forEach(fold);
    return fold.samples();
  }

  @Property(tries = 500)
  void pprof_hasTheTotalsOfPoints(@ForAll long seed) throws IOException {
    var out = new ByteArrayOutputStream();
    Pprof.write(RandomRecording.INFO, samples(seed), out);
    var profile =
        UnknownFieldSet.parseFrom(
            new GZIPInputStream(new ByteArrayInputStream(out.toByteArray())).readAllBytes());
    long[] sums = new long[3];
    for (var bytes : profile.getField(2).getLengthDelimitedList()) {
      var values = UnknownFieldSet.parseFrom(bytes).getField(2).getLengthDelimitedList().getFirst();
      var input = values.newCodedInput();
      for (int i = 0; i < 3; i++) {
        sums[i] += input.readInt64();
      }
      assertThat(input.isAtEnd()).isTrue();
    }
    assertThat(new Sums(sums[0], sums[1], sums[2])).isEqualTo(points(seed));
  }

  @Property(tries = 500)
  void otlp_hasTheTotalsOfPoints(@ForAll long seed) throws IOException {
    var out = new ByteArrayOutputStream();
    Otlp.write(RandomRecording.INFO, samples(seed), "shop", out);
    var data = ProfilesData.parseFrom(out.toByteArray());
    var resource = data.getResourceProfiles(0);
    assertThat(resource.getResource().getAttributes(0).getValue().getStringValue())
        .isEqualTo("shop");
    List<Long> sums = new ArrayList<>();
    for (Profile profile : resource.getScopeProfiles(0).getProfilesList()) {
      sums.add(profile.getSamplesList().stream().mapToLong(s -> s.getValues(0)).sum());
      for (var sample : profile.getSamplesList()) {
        var stack = data.getDictionary().getStackTable(sample.getStackIndex());
        var location = data.getDictionary().getLocationTable(stack.getLocationIndices(0));
        int function = location.getLines(0).getFunctionIndex();
        int name = data.getDictionary().getFunctionTable(function).getNameStrindex();
        assertThat(data.getDictionary().getStringTable(name))
            .matches("\\[no stack taken\\]|(shop|other|lib|java/util)/[A-Z].*");
      }
    }
    assertThat(new Sums(sums.get(0), sums.get(1), sums.get(2))).isEqualTo(points(seed));
  }

  @Property(tries = 500)
  void collapsed_hasTheTotalsOfPoints(@ForAll long seed) throws IOException {
    assertThat(
            new Sums(
                collapsed(seed, Weight.awaits),
                collapsed(seed, Weight.await),
                collapsed(seed, Weight.ready)))
        .isEqualTo(points(seed));
  }

  private static long collapsed(long seed, Weight weight) throws IOException {
    var out = new ByteArrayOutputStream();
    Collapsed.write(samples(seed), weight, out);
    return out.toString(StandardCharsets.UTF_8)
        .lines()
        .mapToLong(line -> Long.parseLong(line.substring(line.lastIndexOf(' ') + 1)))
        .sum();
  }

  @Property(tries = 500)
  void perfetto_closesEverySlice_andFlowsJoinTwoEvents(@ForAll long seed) throws IOException {
    var out = new ByteArrayOutputStream();
    var export =
        new PerfettoExport(
            RandomRecording.INFO.span(), "random", (task, await) -> true, false, true, out);
    for (TraceEvent event : RandomRecording.events(seed)) {
      export.accept(event);
    }
    export.endWindow();
    export.end();
    Map<Long, Long> open = new HashMap<>();
    Map<Long, Integer> flows = new HashMap<>();
    for (var packet :
        UnknownFieldSet.parseFrom(out.toByteArray()).getField(1).getLengthDelimitedList()) {
      for (var bytes : UnknownFieldSet.parseFrom(packet).getField(11).getLengthDelimitedList()) {
        var event = UnknownFieldSet.parseFrom(bytes);
        long type = event.getField(9).getVarintList().getFirst();
        long track = event.getField(11).getVarintList().getFirst();
        open.merge(track, type == 1 ? 1L : type == 2 ? -1L : 0L, Long::sum);
        assertThat(open.get(track)).as("one slice at a time on track %d", track).isBetween(0L, 1L);
        event.getField(47).getFixed64List().forEach(id -> flows.merge(id, 1, Integer::sum));
        event.getField(48).getFixed64List().forEach(id -> flows.merge(id, 2, Integer::sum));
      }
    }
    assertThat(open.values()).containsOnly(0L);
    assertThat(flows.values()).allMatch(ends -> ends == 3);
  }
}
