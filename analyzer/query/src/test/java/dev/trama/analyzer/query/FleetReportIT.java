package dev.trama.analyzer.query;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trama.analyzer.export.sql.TableFiles;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code trama report} of a directory of tables. */
class FleetReportIT {
  @TempDir Path dir;

  @Test
  void leadsFromARegressionToTheReportOfItsSlowestRun() throws Exception {
    Trama.record(dir, "x.jfr", "dev.trama.samples.count.Counting"); // what the rows name
    for (int run = 0; run < 6; run++) {
      write(run, "1", new Rows.Place("Cart.<check&out>", 10_000 + run));
      write(100 + run, "2", new Rows.Place("Cart.<check&out>", 20_000 + run));
    }
    Trama report = Trama.run(dir, "report", "tables", "-o", "fleet.html");

    assertThat(report.status()).as(report.err()).isZero();
    String page = Files.readString(dir.resolve("fleet.html"));
    assertThat(page)
        .contains("Cart.&lt;check&amp;out&gt;", "1 &gt; 2", "Slower than before")
        .contains("href=\"fleet.html.examples/r105.html\"")
        .doesNotContain("<check", "http://", "https://");
    assertThat(dir.resolve("fleet.html.examples/r105.html")).isNotEmptyFile();
  }

  @Test
  void aRecordingThatIsGone_hasNoLink() throws Exception {
    for (int run = 0; run < 6; run++) {
      write(run, "1", new Rows.Place("Cart.checkout", 10_000 + run));
      write(100 + run, "2", new Rows.Place("Cart.checkout", 20_000 + run));
    }
    Trama report = Trama.run(dir, "report", "tables", "-o", "fleet.html");

    assertThat(report.status()).as(report.err()).isZero();
    assertThat(Files.readString(dir.resolve("fleet.html")))
        .contains("Cart.checkout")
        .doesNotContain("href");
  }

  private void write(int run, String version, Rows.Place... places) {
    String id = "r" + run;
    new DuckEngine()
        .write(
            Rows.run(id, version, run, places),
            new TableFiles(dir.resolve("tables"), "shop", "2026-11-24", id));
  }
}
