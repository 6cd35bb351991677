package dev.trama.analyzer.read;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trama.analyzer.bench.SyntheticRecording;
import dev.trama.analyzer.model.CodeMap;
import dev.trama.analyzer.model.Source;
import dev.trama.analyzer.model.Stack;
import dev.trama.analyzer.model.TraceEvent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ParallelReadingTest {
  @Test
  void partsTogether_giveWhatTheWholeGives(@TempDir Path dir) throws Exception {
    Path one = dir.resolve("one.jfr");
    SyntheticRecording.main(new String[] {one.toString(), "3000", "100"});
    Path three = dir.resolve("three.jfr");
    for (int i = 0; i < 3; i++) {
      Files.write(
          three, Files.readAllBytes(one), StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }
    ChunkScan scan = ChunkScan.of(three);
    assertThat(scan.chunks()).hasSize(3);
    List<Part> apart = IntStream.range(0, 3).mapToObj(i -> new Part(scan, i, 1)).toList();
    Map<Stack, Integer> side = awaitsByStack(apart);
    Map<Stack, Integer> whole = awaitsByStack(List.of(new Part(scan, 0, 3)));
    assertThat(side.values().stream().mapToInt(n -> n).sum()).isEqualTo(9_000);
    assertThat(side.values()).containsExactlyInAnyOrderElementsOf(whole.values());
  }

  /** Equal stacks of all parts are one object, or they would be counted apart. */
  private static Map<Stack, Integer> awaitsByStack(List<Part> parts) {
    var stacks = new StackPool(CodeMap.standard(List.of()));
    var seen = new Seen();
    Map<Stack, Integer> counts = new HashMap<>();
    List<PartStream> streams = new ArrayList<>();
    parts.forEach(part -> streams.add(new PartStream(part, Source.AGENT, stacks, seen)));
    List<String> warnings =
        new ParallelReading(
                event -> {
                  if (event instanceof TraceEvent.Awaited awaited) {
                    counts.merge(awaited.await().stack(), 1, Integer::sum);
                  }
                })
            .read(streams);
    assertThat(warnings).isEmpty();
    return counts;
  }
}
