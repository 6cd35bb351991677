package dev.trama.analyzer.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trama.analyzer.cli.ChildProcess;
import dev.trama.analyzer.export.table.Column;
import dev.trama.analyzer.export.table.Table;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** docs/tables.md describes the tables. {@code -Dtrama.excerpts=write} overwrites it. */
class TablesDocTest {
  private static final Path PAGE = ChildProcess.PROJECT.resolve("docs/tables.md");
  private static final String GENERATED = "<!-- From here on generated: TablesDocTest -->";

  @Test
  void describesEveryColumn() throws IOException {
    List<String> lines = Files.readAllLines(PAGE);
    List<String> page = new ArrayList<>(lines.subList(0, lines.indexOf(GENERATED) + 1));
    for (Table table : Table.values()) {
      add(page, table);
    }
    if ("write".equals(System.getProperty("trama.excerpts"))) {
      Files.write(PAGE, page);
    }
    assertThat(lines).isEqualTo(page);
  }

  private static void add(List<String> page, Table table) {
    page.addAll(List.of("", "## " + table.sqlName(), "", table.row(), ""));
    page.add("| column | type | is |");
    page.add("|---|---|---|");
    for (Column column : table.allColumns()) {
      page.add(
          "| `" + column.name() + "` | " + column.type() + " | " + column.description() + " |");
    }
  }
}
