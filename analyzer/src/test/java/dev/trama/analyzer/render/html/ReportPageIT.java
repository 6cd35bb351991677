package dev.trama.analyzer.render.html;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Mouse;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.BoundingBox;
import com.microsoft.playwright.options.ColorScheme;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.SimpleFileServer;
import com.sun.net.httpserver.SimpleFileServer.OutputLevel;
import dev.trama.analyzer.AgentRun;
import dev.trama.analyzer.analyse.finding.Finding;
import dev.trama.analyzer.analyse.finding.Severity;
import dev.trama.analyzer.cli.CommandLineRun;
import dev.trama.analyzer.model.CodeMap;
import dev.trama.analyzer.model.Frame;
import dev.trama.analyzer.model.Recording;
import dev.trama.analyzer.read.RecordingReader;
import dev.trama.analyzer.workload.Deep;
import dev.trama.analyzer.workload.Stage;
import java.io.IOException;
import java.io.Writer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** The page of a real recording, in a real browser. */
class ReportPageIT {
  @TempDir static Path dir;
  @RegisterExtension static final TestBrowser browser = new TestBrowser();
  private static Path page;
  private static String recording;

  @BeforeAll
  static void make() throws Exception {
    recording = AgentRun.record(dir, Stage.class).toString();
    page = dir.resolve("stage.html");
    CommandLineRun.successful(
        "report", recording, "-o", page.toString(), "--sources", "src/test/java");
  }

  private static Page open(String fragment) {
    return browser.open(page, fragment, ColorScheme.LIGHT);
  }

  @Test
  void everyView_isReachedByClickAndByKey() {
    List<String> views =
        List.of(
            "overview",
            "requests",
            "points",
            "timeline",
            "tree",
            "flame",
            "source",
            "critical",
            "waits",
            "births",
            "concepts");
    Page tab = open("");
    for (String view : views) {
      tab.click("nav [data-view=" + view + "]");
      assertThat(tab.locator("main")).hasAttribute("data-view", view);
      assertThat(tab).hasURL(Pattern.compile(".*view=" + view + ".*"));
    }
    for (int i = 0; i < 9; i++) {
      tab.keyboard().press("" + (i + 1));
      assertThat(tab.locator("main")).hasAttribute("data-view", views.get(i));
      assertThat(tab.locator("nav [aria-current]")).hasAttribute("data-view", views.get(i));
    }
    tab.keyboard().press("?");
    assertThat(tab.locator("main")).hasAttribute("data-view", "concepts");
    tab.goBack();
    assertThat(tab.locator("main")).hasAttribute("data-view", "waits");
  }

  @Test
  void everyView_drawsInBothThemes() {
    for (ColorScheme theme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
      Page tab = browser.open(page, "", theme);
      for (int i = 1; i <= 9; i++) {
        tab.keyboard().press("" + i);
        assertThat(tab.locator("main")).not().isEmpty();
      }
    }
  }

  @Test
  void overview_countsWhatTheSummaryCounts() throws Exception {
    JsonNode summary = CommandLineRun.json("summary", recording, "--json");
    Locator figures = open("").locator(".headline dd");
    assertThat(figures.nth(0)).hasText(summary.at("/tasks/seen").asText());
    assertThat(figures.nth(1)).hasText(summary.at("/awaits/count").asText());
  }

  @Test
  void points_sayWhatThePointsCommandSays() throws Exception {
    JsonNode points = CommandLineRun.json("points", recording, "--json");
    Page tab = open("view=points");
    assertThat(tab.locator(".points .row")).hasCount(points.at("/points").size());
    tab.fill("main input[type=search]", "queue take receive");
    assertThat(tab.locator(".points .row")).hasCount(1);
    long counted = 0;
    for (JsonNode point : points.at("/points")) {
      if (point.at("/fineKind").asText().equals("queue take")) {
        counted = point.at("/count").asLong();
      }
    }
    assertThat(counted).isPositive();
    assertThat(tab.locator(".points .row td").nth(2)).hasText("" + counted);
  }

  @Test
  void points_groupByAwaitableToo() {
    Page tab = open("view=points");
    tab.selectOption(".controls select", "awaitable");
    Locator row = tab.locator(".points .row", new Page.LocatorOptions().setHasText("queue take"));
    assertThat(row.locator(".bare")).containsText("ConditionObject");
    tab.selectOption(".controls select", "kind");
    assertThat(tab.locator(".points .row", new Page.LocatorOptions().setHasText("sleep")))
        .hasCount(1);
  }

  @Test
  void brush_filtersEverythingUntilCleared() {
    Page tab = open("");
    String all = tab.locator(".headline dd").nth(1).textContent();
    BoundingBox box = tab.locator("main canvas.chart").boundingBox();
    Mouse mouse = tab.mouse();
    mouse.move(box.x + box.width * 0.3, box.y + 60);
    mouse.down();
    mouse.move(box.x + box.width * 0.5, box.y + 60);
    mouse.up();
    assertThat(tab).hasURL(Pattern.compile(".*from=\\d+.*to=\\d+.*"));
    assertThat(tab.locator(".chip")).isVisible();
    assertThat(tab.locator(".headline dd").nth(1)).not().hasText(all);
    tab.keyboard().press("2");
    assertThat(tab.locator(".chip")).containsText("Selected");
    tab.keyboard().press("Escape");
    assertThat(tab.locator(".chip")).isHidden();
    tab.keyboard().press("1");
    assertThat(tab.locator(".headline dd").nth(1)).hasText(all);
  }

  @Test
  void brush_worksByKeyboard() {
    Page tab = open("");
    tab.focus("main canvas.chart");
    tab.keyboard().press("ArrowRight");
    assertThat(tab.locator(".chip")).isVisible();
    String before = tab.locator(".chip").textContent();
    tab.keyboard().press("ArrowRight");
    assertThat(tab.locator(".chip")).not().hasText(before);
  }

  @Test
  void point_opensItsStacksTasksAndSourceLine() {
    Page tab = open("view=points&q=sleep");
    tab.locator(".points .bare").first().click();
    Locator detail = tab.locator(".point-detail");
    assertThat(detail.locator(".calltree")).containsText("async Stage.sleeper");
    assertThat(detail.locator(".calltree")).containsText("await  sleep");
    assertThat(detail.locator(".source-line")).containsText("Thread.sleep(20)");
    detail.locator(".parts ul a").first().click();
    assertThat(tab.locator("main")).hasAttribute("data-view", "timeline");
    assertThat(tab.locator(".pinned .sentence")).containsText("awaited sleep in Stage.");
  }

  @Test
  void timeline_walksTheAwaitsOfATaskAndKeepsThemInItsAddress() {
    Page tab = open("view=timeline&tasks=receiver");
    assertThat(tab.locator(".timeline .controls [role=status]")).hasText("1 task");
    tab.keyboard().press("l");
    Locator sentence = tab.locator(".pinned .sentence");
    assertThat(sentence).containsText("receiver");
    assertThat(sentence).containsText("awaited queue take in Stage.receive");
    String longest = sentence.textContent();
    tab.keyboard().press("p");
    tab.evaluate("() => new Promise(done => requestAnimationFrame(() => setTimeout(done)))");
    if (longest.equals(sentence.textContent())) {
      tab.keyboard().press("n"); // the longest is the task's first
    }
    assertThat(sentence).not().hasText(longest);
    String before = sentence.textContent();
    assertThat(tab.locator(".pinned")).containsText("Meanwhile");
    Page again = open(tab.url().substring(tab.url().indexOf('#') + 1));
    assertThat(again.locator(".pinned .sentence")).hasText(before);
    again.keyboard().press("Escape");
    assertThat(again.locator(".pinned")).isHidden();
  }

  @Test
  void timeline_leadsFromAnAwaitToItsWaker() {
    Page tab = open("view=timeline&tasks=receiver");
    tab.keyboard().press("l");
    tab.locator(".facts-list a", new Page.LocatorOptions().setHasText("sender")).click();
    assertThat(tab.locator(".pinned .sentence")).containsText("sender");
  }

  @Test
  void timeline_zoomsAndPans() {
    Page tab = open("view=timeline");
    tab.focus(".tracks canvas");
    tab.keyboard().press("+");
    assertThat(tab).hasURL(Pattern.compile(".*t0=\\d+.*t1=\\d+.*"));
    String zoomed = tab.url();
    tab.keyboard().press("ArrowRight");
    tab.waitForFunction("before => location.href !== before", zoomed);
  }

  @Test
  void tree_readsLikeTheTrace() {
    Page tab = open("view=tree");
    tab.fill(".side input", "sleeper-2");
    tab.click(".picker a:has-text('sleeper-2')");
    assertThat(tab.locator(".tree-heading")).containsText("sleeper-2");
    assertThat(tab.locator(".tree-heading")).containsText("Spawned by main");
    Locator rows = tab.locator(".calltree [role=row]");
    assertThat(rows.last()).containsText("×5");
    int count = rows.count();
    rows.first().focus();
    tab.keyboard().press("ArrowLeft");
    assertThat(tab.locator(".calltree [role=row]:not([hidden])")).hasCount(1);
    tab.keyboard().press("ArrowRight");
    assertThat(tab.locator(".calltree [role=row]:not([hidden])")).hasCount(count);
  }

  @Test
  void flame_findsAndZooms() {
    Page tab = open("view=flame");
    tab.fill("main input[type=search]", "queue take");
    assertThat(tab.locator(".controls [role=status]")).containsText("of awaiting match");
    tab.focus(".flame canvas");
    tab.keyboard().press("ArrowDown");
    tab.keyboard().press("Enter");
    assertThat(tab.locator(".crumbs button")).hasCount(2);
  }

  @Test
  void source_showsAwaitsBesideTheirLine() {
    Page tab = open("view=source");
    assertThat(tab.locator("h2.code")).hasText("dev/trama/analyzer/workload/Stage.java");
    Locator line =
        tab.locator(
            ".listing li:has(.own)", new Page.LocatorOptions().setHasText("Thread.sleep(20)"));
    assertThat(line).containsText("await  sleep");
  }

  @Test
  void criticalPath_followsTheWaker() {
    Page tab = open("view=tree");
    tab.fill(".side input", "receiver");
    tab.click(".picker a:has-text('receiver')");
    tab.click(".tree-heading a:has-text('Critical path')");
    assertThat(tab.locator(".critical h2")).containsText("receiver");
    assertThat(tab.locator(".steps-list")).containsText("sender");
    assertThat(tab.locator(".steps-list")).containsText("then woke receiver");
  }

  @Test
  void criticalPath_isTheOneThatTraceTells() {
    String told =
        CommandLineRun.successful("trace", recording, "--critical-path", "--task", "receiver");
    var steps = Pattern.compile(" in (\\d+) steps").matcher(told);
    assertThat(steps.find()).as(told).isTrue();
    Page tab = open("view=tree");
    tab.fill(".side input", "receiver");
    tab.click(".picker a:has-text('receiver')");
    tab.keyboard().press("8");
    assertThat(tab.locator(".critical > p").first())
        .containsText(" in " + steps.group(1) + " steps");
  }

  @Test
  void hostileNames_staySeenText() {
    Page tab = open("view=tree&entry=Stage.queue");
    Locator names = tab.locator(".picker");
    assertThat(names).containsText(Stage.MARKUP);
    assertThat(names).containsText("\u27e8U+202E\u27e9gnp.exe");
    assertThat(names).containsText("two\u240alines\u2407");
    assertThat(tab.locator("img")).hasCount(0);
    assertThat(tab).hasTitle(Pattern.compile("trama.*|.*Trama"));
  }

  private static Recording whole() {
    return RecordingReader.open(List.of(Path.of(recording)), CodeMap.standard(List.of()))
        .readAll(false);
  }

  private static Path pageOf(String data, String name) throws IOException {
    Path file = dir.resolve(name);
    try (Writer out = Files.newBufferedWriter(file)) {
      PageTemplate.write(data, out);
    }
    return file;
  }

  @Test
  void pageTooSmallForAll_foldsAndSaysSo() throws Exception {
    Path small = pageOf(HtmlReport.data(whole(), List.of(), List.of(), 20), "small.html");
    Page folded = browser.open(small, "", ColorScheme.LIGHT);
    Page exact = open("");
    for (int figure = 0; figure < 5; figure++) {
      assertThat(folded.locator(".headline dd").nth(figure))
          .hasText(exact.locator(".headline dd").nth(figure).textContent());
    }
    assertThat(folded.locator(".complete")).containsText("are one entry");
  }

  @Test
  void callsWithinALibrary_areFoldedUntilAskedFor() throws Exception {
    Path deep = AgentRun.record(dir, Deep.class);
    var library = new CodeMap(List.of(), List.of(Deep.class.getName()));
    Recording all = RecordingReader.open(List.of(deep), library).readAll(false);
    Path file = pageOf(HtmlReport.data(all, List.of(), List.of(), 1000), "deep.html");
    Page tab = browser.open(file, "view=tree", ColorScheme.LIGHT);
    Locator tree = tab.locator(".calltree");
    assertThat(tree).containsText("async Deep.first › 2 calls › Deep.fourth");
    tab.click("button:has-text('Show libraries')");
    assertThat(tree).containsText("async Deep.second");
    assertThat(tree).not().containsText("calls");
  }

  @Test
  void awaitWithoutStack_saysWhereOthersOfItsKindWere() throws Exception {
    Path with = AgentRun.record(Files.createDirectory(dir.resolve("with")), Deep.class);
    Path without =
        AgentRun.record(Files.createDirectory(dir.resolve("without")), "stacks=none", Deep.class);
    Path both = dir.resolve("both.html");
    CommandLineRun.successful("report", with.toString(), without.toString(), "-o", both.toString());
    Page tab = browser.open(both, "view=points", ColorScheme.LIGHT);
    assertThat(tab.locator(".points .row")).hasCount(2);
    assertThat(tab.locator(".points .row:has-text('no stack taken') .place"))
        .containsText("others of this kind: Deep.java:");
    tab.click("text=Overview");
    assertThat(tab.locator(".complete")).containsText("without a stack");
  }

  @Test
  void finding_leadsToItsEvidence() throws Exception {
    Recording all = whole();
    long receiver =
        all.tasks().stream().filter(t -> t.name().equals("receiver")).findFirst().get().id();
    Frame point =
        all.tasks().stream()
            .flatMap(task -> task.awaits().stream())
            .flatMap(await -> await.stack().suspensionPoint().stream())
            .findFirst()
            .get();
    var finding =
        new Finding(
            "made-up",
            Severity.WARNING,
            point.site(),
            "Tasks such as receiver #" + receiver + " await at " + point.site(),
            Map.of("site", point.site()),
            "Why <b>not</b>",
            "Nothing",
            1);
    Path file = pageOf(HtmlReport.data(all, List.of(finding), List.of(), 1000), "finding.html");
    Page tab = browser.open(file, "", ColorScheme.LIGHT);
    Locator shown = tab.locator(".findings li");
    assertThat(shown).hasCount(1);
    assertThat(shown).containsText("Why <b>not</b>");
    shown.locator(".show").click();
    assertThat(tab.locator(".points .row .place").first()).hasText(point.site());
    tab.goBack();
    shown.locator("a", new Locator.LocatorOptions().setHasText("#" + receiver)).click();
    assertThat(tab.locator(".tree-heading h2")).containsText("receiver");
  }

  @Test
  void template_opensBySelfWithSampleData() throws Exception {
    Path folder = Path.of("src/main/resources/dev/trama/analyzer/render/html").toAbsolutePath();
    HttpServer server =
        SimpleFileServer.createFileServer(
            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), folder, OutputLevel.NONE);
    server.start();
    try {
      URI address =
          URI.create("http://localhost:" + server.getAddress().getPort() + "/report.html");
      Page tab = browser.open(address, "view=tree", ColorScheme.LIGHT);
      assertThat(tab.locator(".calltree")).containsText("async Board.play");
    } finally {
      server.stop(0);
    }
  }

  @Test
  void policy_forbidsEveryRequest() {
    Page tab = open("");
    Object outcome =
        tab.evaluate("() => fetch('data:text/plain,x').then(() => 'allowed', () => 'refused')");
    assertThat(outcome).isEqualTo("refused");
    // The browser reports each refusal on the console, as expected.
    browser.complaints().removeIf(complaint -> complaint.contains("Content Security Policy"));
    assertThat(tab.locator("script:not([type='application/octet-stream'])").count()).isEqualTo(1);
  }
}
