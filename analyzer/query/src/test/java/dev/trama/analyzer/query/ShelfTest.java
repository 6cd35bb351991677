package dev.trama.analyzer.query;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trama.analyzer.export.sql.NamedQuery;
import dev.trama.analyzer.export.sql.TableFiles;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ShelfTest {
  @TempDir Path dir;

  static List<NamedQuery> queries() {
    return NamedQuery.all();
  }

  @ParameterizedTest
  @MethodSource("queries")
  void everyQueryRuns_evenOverNothing(NamedQuery query) {
    assertThat(query.description()).isNotEmpty();
    assertThat(Answers.of(new DuckEngine().open(dir), query.sql())).isEmpty();
  }

  /**
   * In version 2 checking out takes twice as long. Adding to the cart does not: its runs differ as
   * much from each other as the versions do.
   */
  @Test
  void regressions_areThoseThatScatterDoesNotExplain() {
    for (int run = 0; run < 8; run++) {
      long scattered = run % 2 == 0 ? 1_000 : 3_000;
      write(run, "1", new Rows.Place("Cart.add", scattered), checkout(10_000 + run));
      write(100 + run, "2", new Rows.Place("Cart.add", scattered * 5 / 4), checkout(20_000 + run));
    }
    var found = answer("regressions");

    assertThat(found).hasSize(1);
    assertThat(found.getFirst().subList(0, 5))
        .containsExactly("shop", "lock", "Cart.checkout", "1 > 2", 16L);
    assertThat((Double) found.getFirst().get(7)).isEqualTo(2.0); // the ratio
  }

  @Test
  void regressions_needFiveRunsOfEachVersion() {
    for (int run = 0; run < 4; run++) {
      write(run, "1", checkout(10_000 + run));
      write(100 + run, "2", checkout(90_000 + run));
    }
    assertThat(answer("regressions")).isEmpty();
  }

  @Test
  void newPlaces_areNotThoseOfAnOlderVersion_norOfAServiceWithOneVersion() {
    write(1, "1", checkout(1_000), new Rows.Place("Old.gone", 1_000));
    write(2, "2", checkout(1_000));
    write(3, "3", checkout(1_000), new Rows.Place("Old.gone", 1_000), new Rows.Place("New.one", 1));
    new DuckEngine()
        .write(
            Rows.run("r4", "1", 4, checkout(1)), new TableFiles(dir, "other", "2026-11-24", "r4"));

    assertThat(answer("new-places")).hasSize(1);
    assertThat(answer("new-places").getFirst().subList(0, 3))
        .containsExactly("shop", "lock", "New.one");
  }

  @Test
  void slowTails_areOfTheMergedDistributions() {
    write(1, "1", checkout(1_000));
    write(2, "1", checkout(1_000));
    write(3, "2", checkout(1_000));
    write(4, "2", checkout(64_000));

    assertThat(answer("slow-tails"))
        .containsExactly(
            List.of("shop", "lock", "Cart.checkout", 2_000L, 1_125L, 1_125L, 1_125L, 72_000L));
  }

  private static Rows.Place checkout(long nanos) {
    return new Rows.Place("Cart.checkout", nanos);
  }

  private void write(int run, String version, Rows.Place... places) {
    String id = "r" + run;
    new DuckEngine()
        .write(Rows.run(id, version, run, places), new TableFiles(dir, "shop", "2026-11-24", id));
  }

  private List<List<Object>> answer(String name) {
    return Answers.of(new DuckEngine().open(dir), NamedQuery.of(name).orElseThrow().sql());
  }
}
