package dev.trama.analyzer.render.html;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/**
 * The page under load, in a browser: {@code mvn -pl analyzer -am verify -DskipTests
 * -Pbench-report}. Makes a page of synthetic awaits ({@code -Dawaits=}, a million by default) and
 * prints its size, the time until it can be used, and how long frames take while it is panned.
 */
final class ReportBenchmark {
  private static final int RUNS = 5;

  /** One wheel event a frame for two seconds, there and back; gives each frame's milliseconds. */
  private static final String MOVE =
      """
      (zoom) => new Promise((done) => {
        const canvas = document.querySelector('.tracks canvas');
        const times = [];
        let last = performance.now();
        const frame = (now) => {
          times.push(now - last);
          last = now;
          const delta = times.length % 80 < 40 ? 30 : -30;
          const move = zoom ? {deltaY: delta, ctrlKey: true} : {deltaX: delta};
          canvas.dispatchEvent(new WheelEvent('wheel', {...move, bubbles: true, cancelable: true}));
          if (times.length < 121) requestAnimationFrame(frame);
          else done(times.slice(1).sort((a, b) => a - b));
        };
        requestAnimationFrame(frame);
      })
      """;

  private static final String SETTLED =
      "() => new Promise((r) => requestAnimationFrame(() => requestAnimationFrame(r)))";

  private ReportBenchmark() {}

  public static void main(String[] args) throws Exception {
    Path chromium =
        Browser.find()
            .orElseThrow(() -> new IllegalStateException("no Chromium; -Dtrama.chromium=PATH"));
    int awaits = Integer.getInteger("awaits", 1_000_000);
    Path file = Files.createTempFile("trama-bench", ".html");
    SyntheticPage.main(new String[] {file.toString(), "" + awaits, "" + awaits / 50});
    print("size", Files.size(file) / 1e6, "MB");
    for (int run = 0; run < RUNS; run++) {
      try (Browser browser = new Browser(chromium)) {
        measure(browser.open(file, "", ColorScheme.LIGHT));
        if (!browser.complaints.isEmpty()) {
          throw new IllegalStateException(browser.complaints.toString());
        }
      }
    }
    Files.delete(file);
  }

  private static void measure(Page page) {
    page.waitForFunction("() => performance.getEntriesByName('trama-interactive').length > 0");
    Object interactive =
        page.evaluate("() => performance.getEntriesByName('trama-interactive')[0].startTime");
    print("until interactive", ((Number) interactive).doubleValue(), "ms");
    timeView(page, "3", "timeline");
    move(page, "groups closed");
    page.keyboard().press("0");
    page.keyboard().press("e");
    page.evaluate(SETTLED);
    move(page, "every task a track");
    for (int i = 0; i < 6; i++) {
      page.keyboard().press("+");
    }
    page.evaluate(SETTLED);
    move(page, "the same, zoomed in");
    timeView(page, "2", "suspension points");
    timeView(page, "4", "await tree");
    timeView(page, "5", "flame graph");
    timeView(page, "7", "critical path");
  }

  private static void timeView(Page page, String key, String name) {
    long begin = System.nanoTime();
    page.keyboard().press(key);
    page.evaluate(SETTLED);
    print("until shown: " + name, (System.nanoTime() - begin) / 1e6, "ms");
  }

  private static void move(Page page, String what) {
    frames(page, false, "panning, " + what);
    frames(page, true, "zooming, " + what);
  }

  private static void frames(Page page, boolean zoom, String name) {
    double[] frames =
        ((List<?>) page.evaluate(MOVE, zoom))
            .stream().mapToDouble(frame -> ((Number) frame).doubleValue()).toArray();
    print(name + ", median frame", frames[frames.length / 2], "ms");
    print(name + ", p95 frame", frames[frames.length * 95 / 100], "ms");
    print(name + ", longest frame", frames[frames.length - 1], "ms");
  }

  private static void print(String what, double value, String unit) {
    System.out.printf(Locale.ROOT, "%-50s %8.1f %s%n", what, value, unit);
  }
}
