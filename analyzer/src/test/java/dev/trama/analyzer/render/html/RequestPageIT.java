package dev.trama.analyzer.render.html;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.BoundingBox;
import com.microsoft.playwright.options.ColorScheme;
import dev.trama.analyzer.AgentRun;
import dev.trama.analyzer.GoldenTrace;
import dev.trama.analyzer.cli.CommandLineRun;
import dev.trama.analyzer.model.Recording;
import dev.trama.analyzer.workload.context.Orders;
import dev.trama.analyzer.workload.finding.Deadlocks;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** The page's requests, why they are slow, and who waits for whom, in a real browser. */
class RequestPageIT {
  @TempDir static Path dir;
  @RegisterExtension static final TestBrowser browser = new TestBrowser();
  private static Path orders;

  @BeforeAll
  static void make() throws Exception {
    orders = report(Orders.class);
  }

  private static Path report(Class<?> workload) throws Exception {
    Path page = dir.resolve(workload.getSimpleName() + ".html");
    var program = AgentRun.Program.of(workload, "trouble");
    String recording = AgentRun.record(dir, program, List.of()).toString();
    CommandLineRun.successful("report", recording, "-o", page.toString());
    return page;
  }

  private static Page open(String fragment) {
    return browser.open(orders, fragment, ColorScheme.LIGHT);
  }

  private static Page open(Recording recording, String fragment) throws IOException {
    return browser.open(recording, dir, fragment, ColorScheme.DARK);
  }

  @Test
  void nameToOneRequestOnTheTimeline_inThreeClicks() {
    Page tab = open("view=requests");
    tab.click(".requests a:text-is('book')");
    assertThat(tab.locator(".dots")).isVisible();
    assertThat(tab.locator(".slowest li")).hasCount(2);
    tab.click(".slowest a:text-is('1002')");
    assertThat(tab.locator("main h2")).hasText("book 1002");
    assertThat(tab.locator(".request-track")).hasCount(2);
    assertThat(tab.locator(".request-track").nth(1)).containsText("packer");
    tab.click("text=On the timeline");
    assertThat(tab.locator("main")).hasAttribute("data-view", "timeline");
    assertThat(tab.locator(".of-request")).containsText("Only the tasks of book 1002");
    assertThat(tab.locator(".timeline .controls [role=status]")).hasText("2 tasks");
    tab.click("text=Show all tasks");
    assertThat(tab.locator(".timeline .controls [role=status]")).not().hasText("2 tasks");
  }

  @Test
  @Timeout(value = 5, unit = TimeUnit.MINUTES)
  void dots_openTheirRequest_byPointerAndByKey() {
    Page tab = open("view=requests&rname=book");
    Locator told = tab.locator(".dots-box .flame-readout");
    // Somewhere; and the page may still be laid out.
    for (int at = 0; !told.textContent().startsWith("1002:"); at++) {
      BoundingBox box = tab.locator(".dots").boundingBox();
      int columns = (int) box.width / 12;
      int rows = (int) box.height / 12;
      tab.mouse().move(box.x + 6 + at % columns * 12, box.y + 6 + at / columns % rows * 12);
    }
    tab.mouse().down();
    tab.mouse().up();
    assertThat(tab).hasURL(Pattern.compile(".*request=1002.*"));
    tab.goBack();
    tab.focus(".dots");
    tab.keyboard().press("ArrowLeft");
    tab.keyboard().press("Enter");
    assertThat(tab).hasURL(Pattern.compile(".*request=1001.*"));
  }

  @Test
  void link_namesARequest() {
    Page tab = open("view=requests&request=1003");
    assertThat(tab.locator("main h2")).hasText("film 1003");
    assertThat(tab.locator("main")).containsText("its end is not in the recording");
    Page unknown = open("view=requests&request=nowhere");
    assertThat(unknown.locator("main")).containsText("has no request with the id nowhere");
  }

  @Test
  void why_addsUpAndLeadsToAnExample() {
    Page tab = open("view=requests&rname=book");
    assertThat(tab.locator("main")).containsText("The slowest 1 ");
    assertThat(tab.locator("main")).containsText("So few are examples");
    assertThat(tab.locator(".why tbody tr").last()).containsText("in all");
    assertThat(tab.locator(".why tbody")).containsText("only the slow ones");
    tab.locator(".why tbody a:text-is('1002')").first().click();
    assertThat(tab.locator("main h2")).hasText("book 1002");
  }

  @Test
  void chains_areAFlameGraph_thatZoomsAndComesBack() {
    Page tab = open("view=requests&rname=book");
    Locator canvas = tab.locator(".chains canvas");
    Locator told = tab.locator(".chains .flame-readout");
    canvas.focus();
    tab.keyboard().press("ArrowDown");
    assertThat(told).containsText("await join");
    tab.keyboard().press("ArrowDown");
    assertThat(told).containsText(Pattern.compile("Orders.pack .*(awaited|ran|was ready)"));
    tab.keyboard().press("ArrowUp");
    tab.keyboard().press("Enter");
    assertThat(tab.locator(".chains .crumb")).hasCount(2);
    tab.keyboard().press("Backspace");
    assertThat(tab.locator(".chains .crumb")).hasCount(1);
  }

  @Test
  void interval_countsTheRequestsThatBeganInIt() {
    Page tab = open("view=requests&from=1&to=2");
    assertThat(tab.locator("main")).containsText("No request.");
  }

  @Test
  void search_findsNames() {
    Page tab = open("view=requests");
    assertThat(tab.locator(".requests tbody tr")).hasCount(2);
    tab.fill("main input[type=search]", "fil");
    assertThat(tab.locator(".requests tbody tr")).hasCount(1);
    assertThat(tab.locator(".requests tbody tr td").last()).hasText("1");
  }

  @Test
  void deadlock_isNamedWithThoseWhoWait() throws Exception {
    Page tab = browser.open(report(Deadlocks.class), "view=waits", ColorScheme.LIGHT);
    assertThat(tab.locator(".deadlock")).containsText("→");
    assertThat(tab.locator(".owners")).containsText("whose owner it is");
    tab.locator(".deadlock a").first().click();
    assertThat(tab.locator("main")).hasAttribute("data-view", "timeline");
  }

  @Test
  void births_areATree_withScopesAndTheirForks() throws IOException {
    Recording recording =
        GoldenTrace.read(Path.of("src/test/traces/births/births.trace")).recording();
    Page tab = open(recording, "view=births");
    assertThat(tab.locator(".births").first()).containsText("part-*");
    assertThat(tab.locator(".births").first()).containsText("×3, in a scope");
    assertThat(tab.locator(".waited-for")).containsText("part-3");
    assertThat(tab.locator(".owners > li").first()).containsText("cancelled");
    tab.locator(".waited-for a").click();
    assertThat(tab.locator("main")).hasAttribute("data-view", "timeline");
  }

  @Test
  void hostileNames_areOnlyText() throws IOException {
    String markup = "<img/src=x/onerror=alert(1)>";
    Recording recording =
        GoldenTrace.parse(
                """
                recording 200ms
                thread 20 %1$s virtual
                start 0 20
                context 20 10ms 40ms name=%1$s id=__proto__
                context 20 50ms 60ms name=%1$s id=\u202Eevil
                context 20 70ms 80ms name=constructor id=%1$s
                """
                    .formatted(markup))
            .recording();
    Page tab = open(recording, "view=requests");
    tab.locator(".requests a").first().click();
    assertThat(tab.locator("main h2")).hasText(markup);
    tab.click(".slowest a:text-is('__proto__')");
    assertThat(tab.locator("main h2")).hasText(markup + " __proto__");
    assertThat(tab.locator("main img")).hasCount(0);
    tab.goBack();
    assertThat(tab.locator(".slowest")).containsText("⟨U+202E⟩evil");
  }

  @Test
  void recordingWithoutRequests_saysSo() throws IOException {
    Recording empty = GoldenTrace.parse("recording 1s\n").recording();
    assertThat(open(empty, "view=requests").locator("main")).containsText("No request.");
    assertThat(open(empty, "view=waits").locator("main h2"))
        .hasText("0 tasks suspended when the recording ended");
  }
}
