package dev.trama.analyzer.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the next start does with a directory that a killed one left. */
class JournalTest {
  private static final List<StagedFile> BATCH =
      List.of(
          new StagedFile("_stage/b/p/runs/x.parquet", "runs/x.parquet"),
          new StagedFile("_stage/b/p/awaits/x.parquet", "awaits/x.parquet"));

  @TempDir Path tables;
  private Journal journal;

  @BeforeEach
  void stage() throws IOException {
    journal = Journal.of(tables.toString(), new Configuration());
    for (StagedFile file : BATCH) {
      put(file.staged(), file.place());
    }
  }

  private void put(String path, String content) throws IOException {
    Path file = tables.resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, content);
  }

  @Test
  void committed_isInPlaceAndLeavesNothingElse() throws IOException {
    journal.commit("b", BATCH);
    assertIsInPlace();
  }

  @Test
  void killedBeforeTheJournal_neverWas() throws IOException {
    put("_journal/.b", "_stage/b/p/ru"); // half of it
    journal.recover();
    assertThat(files()).isEmpty();
  }

  @Test
  void killedBeforeTheFirstMove_isMoved() throws IOException {
    putJournal();
    journal.recover();
    assertIsInPlace();
  }

  @Test
  void killedBetweenMoves_isMovedToTheEnd() throws IOException {
    putJournal();
    Files.createDirectories(tables.resolve("awaits"));
    Files.move(tables.resolve(BATCH.get(1).staged()), tables.resolve(BATCH.get(1).place()));
    journal.recover();
    assertIsInPlace();
  }

  @Test
  void killedAfterCopyingBeforeDeleting_asOnAnObjectStore_isMoved() throws IOException {
    putJournal();
    put("awaits/x.parquet", "half of a co");
    journal.recover();
    assertIsInPlace();
  }

  @Test
  void killedAfterTheLastMove_forgetsTheJournal() throws IOException {
    journal.commit("b", BATCH);
    putJournal();
    journal.recover();
    assertIsInPlace();
  }

  private void putJournal() throws IOException {
    put(
        "_journal/b",
        "_stage/b/p/runs/x.parquet\truns/x.parquet\n_stage/b/p/awaits/x.parquet\tawaits/x.parquet\n");
  }

  private void assertIsInPlace() throws IOException {
    assertThat(files()).containsExactlyInAnyOrder("runs/x.parquet", "awaits/x.parquet");
    assertThat(tables.resolve("awaits/x.parquet")).hasContent("awaits/x.parquet");
  }

  private List<String> files() throws IOException {
    try (Stream<Path> tree = Files.walk(tables)) {
      return tree.filter(Files::isRegularFile)
          .map(file -> tables.relativize(file).toString())
          .filter(name -> !name.endsWith(".crc"))
          .toList();
    }
  }
}
