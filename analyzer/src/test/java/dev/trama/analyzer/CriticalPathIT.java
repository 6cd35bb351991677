package dev.trama.analyzer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trama.analyzer.AgentRun.Program;
import dev.trama.analyzer.model.CodeMap;
import dev.trama.analyzer.model.Recording;
import dev.trama.analyzer.read.RecordingReader;
import dev.trama.analyzer.workload.finding.Exhausts;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CriticalPathIT {
  @TempDir Path dir;

  @Test
  void everyPathOfARealRecording_joinsWithoutGapOrOverlap() throws Exception {
    Path file = AgentRun.record(dir, Program.of(Exhausts.class, "lookalike"), List.of());
    Recording recording =
        RecordingReader.open(List.of(file), CodeMap.standard(List.of())).readAll(true);
    assertThat(recording.tasks()).hasSizeGreaterThanOrEqualTo(14);
    PathLaws.assertAll(recording);
  }
}
