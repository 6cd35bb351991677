package dev.trama.analyzer.render.html;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * Writes a page of synthetic awaits, without a recording: {@code SyntheticPage FILE AWAITS TASKS}.
 */
final class SyntheticPage {
  private SyntheticPage() {}

  public static void main(String[] args) throws IOException {
    Path file = Path.of(args[0]);
    String data = data(Integer.parseInt(args[1]), Integer.parseInt(args[2]));
    try (var out = Files.newBufferedWriter(file)) {
      PageTemplate.write(data, out);
    }
  }

  static String data(int awaits, int tasks) {
    PageData page = new PageData(awaits > 200_000 ? 100 : 1);
    var shop = new SyntheticShop(page, 4);
    long length = shop.run(awaits, tasks);
    page.put(
        "recording",
        Map.of(
            "file",
            "sample.jfr",
            "startMillis",
            1_795_000_000_000L,
            "durationNanos",
            length,
            "jdk",
            "25.0.3",
            "chunks",
            1,
            "source",
            "agent"));
    page.put(
        "completeness",
        Map.of(
            "seen",
            awaits,
            "lost",
            0,
            "withoutStack",
            0,
            "probeFailures",
            0,
            "stillSuspended",
            0,
            "truncatedTasks",
            0));
    page.put(
        "findings",
        List.of(
            Map.of(
                "id", "convoy",
                "severity", "warning",
                "message", "Made-up data: tasks queue for the connection pool at Pool.java:27",
                "explanation", "A pool lets only so many tasks go on.",
                "remedy", "Give connections back sooner.",
                "evidence", Map.of("site", "Pool.java:27"))));
    return page.encode();
  }
}
