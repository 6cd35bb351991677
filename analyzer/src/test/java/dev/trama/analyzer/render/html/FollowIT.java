package dev.trama.analyzer.render.html;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions.ContainsTextOptions;
import com.microsoft.playwright.options.ColorScheme;
import dev.trama.analyzer.cli.ChildProcess;
import dev.trama.analyzer.workload.Customers;
import java.io.BufferedReader;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** {@code trama report --follow PID}: the page is renewed, and its reader stays in place. */
@DisabledOnOs(OS.WINDOWS)
class FollowIT {
  private static final Path JAVA_HOME = Path.of(System.getProperty("java.home"));
  private static final ContainsTextOptions PATIENTLY =
      new ContainsTextOptions().setTimeout(120_000);

  @TempDir private Path directory;

  @Test
  void pageGrowsWithTheProgram_placeAndSelectionStay_andItEndsWithIt() throws Exception {
    Optional<Path> chromium = Browser.find();
    assumeTrue(chromium.isPresent(), "no Chromium");
    Process program = customers();
    BufferedReader told = program.inputReader();
    var say = new PrintWriter(program.getOutputStream(), true, StandardCharsets.UTF_8);
    try {
      buy("early", say, told);
      Process trama = follow(program.pid());
      URI address = URI.create(trama.inputReader().readLine());
      try (Browser browser = new Browser(chromium.get())) {
        Page tab = browser.open(address, "", ColorScheme.LIGHT);
        assertThat(tab.locator(".facts")).containsText("10 tasks");
        tab.click("nav [data-view=timeline]");
        tab.focus(".timeline canvas");
        tab.keyboard().press("l");
        Locator chosen = tab.locator("aside.pinned");
        assertThat(chosen).containsText("early-");
        String before = chosen.innerText();
        selectTheMiddle(tab);
        Object selected = tab.evaluate("new URLSearchParams(location.hash.slice(1)).get('from')");

        buy("late", say, told);
        assertThat(tab.locator(".facts")).containsText("20 tasks", PATIENTLY);
        assertThat(tab.locator("main")).hasAttribute("data-view", "timeline");
        assertThat(tab.locator("div.chip")).isVisible();
        assertThat(tab).hasURL(Pattern.compile(".*from=" + selected + "&.*"));
        assertThat(chosen.innerText().lines().findFirst()).isEqualTo(before.lines().findFirst());

        tab.click(".follow button");
        assertThat(tab.locator(".follow")).containsText("Held");
        buy("later", say, told);
        assertThat(tab.locator(".follow")).containsText("there is a newer one", PATIENTLY);
        assertThat(tab.locator(".facts")).containsText("20 tasks");
        tab.click(".follow button");
        assertThat(tab.locator(".facts")).containsText("30 tasks", PATIENTLY);

        say.close(); // which ends the program
        assertThat(trama.waitFor()).as(trama.errorReader().lines().toList().toString()).isZero();
        assertThat(tab.locator(".follow")).containsText("No longer followed", PATIENTLY);
        assertThat(tab.locator(".facts")).containsText("30 tasks");
        assertThat(browser.complaints)
            .allMatch(it -> it.matches(".*ERR_CONNECTION_(REFUSED|RESET)"));
      } finally {
        trama.destroyForcibly();
      }
    } finally {
      program.destroyForcibly();
    }
  }

  private static void selectTheMiddle(Page tab) {
    tab.focus(".strip canvas");
    tab.keyboard().press("+");
    assertThat(tab.locator("div.chip")).isVisible();
  }

  private static void buy(String name, PrintWriter say, BufferedReader told) throws Exception {
    say.println(name);
    assertThat(told.readLine()).isEqualTo(name);
  }

  private Process customers() throws Exception {
    Path classes =
        Path.of(Customers.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    Path agent = ChildProcess.PROJECT.resolve("agent/installer/target/trama-agent.jar");
    List<String> command =
        List.of(
            JAVA_HOME.resolve("bin/java").toString(),
            "-javaagent:" + agent + "=file=" + directory.resolve("app.jfr"),
            "-XX:+EnableDynamicAgentLoading",
            "-cp",
            classes.toString(),
            Customers.class.getName());
    return new ProcessBuilder(command).redirectError(directory.resolve("err").toFile()).start();
  }

  private Process follow(long pid) throws Exception {
    var builder =
        new ProcessBuilder(
            ChildProcess.PROJECT.resolve("analyzer/bin/trama").toString(),
            "report",
            "--follow",
            Long.toString(pid),
            "--every",
            "1");
    builder.environment().put("JAVA_HOME", JAVA_HOME.toString());
    return builder.start();
  }
}
