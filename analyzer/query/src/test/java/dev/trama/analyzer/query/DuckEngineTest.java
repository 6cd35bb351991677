package dev.trama.analyzer.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.trama.analyzer.export.sql.RowSource;
import dev.trama.analyzer.export.sql.SqlError;
import dev.trama.analyzer.export.sql.TableFiles;
import dev.trama.analyzer.export.table.Table;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DuckEngineTest {
  private static final Rows.Place CART = new Rows.Place("Cart.add", 5_000);

  @TempDir Path dir;

  @Test
  void whatIsWritten_isReadWithServiceAndDay() {
    write("r1", Rows.run("r1", "1", 0, CART));

    assertThat(query("select run_id, service, day, method, total_nanos from points"))
        .containsExactly(List.of("r1", "shop", "2026-11-24", "Cart.add", 5_000_000L));
    assertThat(query("select count(*) from awaits")).containsExactly(List.of(0L));
  }

  @Test
  void aRunWrittenAgain_isThereOnce() {
    write("r1", Rows.run("r1", "1", 0, CART));
    write("r1", Rows.run("r1", "1", 0, CART));

    assertThat(query("select count(*) from points")).containsExactly(List.of(1L));
  }

  @Test
  void pointsAlone_areEnoughForQueriesOfPoints() {
    write("r1", Rows.run("r1", "1", 0, CART).only(EnumSet.of(Table.RUNS, Table.POINTS)));

    assertThat(query("select count(*) from points")).containsExactly(List.of(1L));
    assertThat(query("select count(*) from buckets")).containsExactly(List.of(0L));
    assertThat(dir.resolve("buckets")).doesNotExist();
  }

  @Test
  void aWriterThatFails_leavesNothing() throws IOException {
    RowSource broken =
        sink -> {
          Rows.run("r2", "1", 0, CART).writeTo(sink);
          throw new IllegalStateException("the recording ends here");
        };
    assertThatThrownBy(() -> write("r2", broken)).isInstanceOf(IllegalStateException.class);

    try (var left = Files.list(dir)) {
      assertThat(left).isEmpty();
    }
  }

  @Test
  void writersAtTheSameTime_doNotDisturbEachOther() throws Exception {
    try (var pool = Executors.newFixedThreadPool(4)) {
      List<Future<?>> writers = new ArrayList<>();
      for (int i = 0; i < 12; i++) {
        String id = "r" + i % 8; // four of them are written twice at once
        writers.add(pool.submit(() -> write(id, Rows.run(id, "1", 0, CART))));
      }
      for (Future<?> writer : writers) {
        writer.get();
      }
    }
    assertThat(query("select count(*), count(distinct run_id) from runs"))
        .containsExactly(List.of(8L, 8L));
    assertThat(query("select count(*) from points")).containsExactly(List.of(8L));
  }

  @Test
  void aWrongQuery_isOneLine() {
    assertThatThrownBy(() -> query("select nothing from nowhere"))
        .isInstanceOf(SqlError.class)
        .hasMessageContaining("nowhere")
        .satisfies(e -> assertThat(e.getMessage().lines()).hasSize(1));
  }

  private void write(String run, RowSource rows) {
    new DuckEngine().write(rows, new TableFiles(dir, "shop", "2026-11-24", run));
  }

  private List<List<Object>> query(String sql) {
    return Answers.of(new DuckEngine().open(dir), sql);
  }
}
