package dev.trama.analyzer.render.html;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** A Chromium of this machine, without a window; Playwright must not download one. */
final class Browser implements AutoCloseable {
  private static final List<String> NAMES =
      List.of("chromium", "chromium-browser", "google-chrome", "google-chrome-stable");

  private final Playwright playwright;
  private final com.microsoft.playwright.Browser browser;

  /** Messages and requests of pages that should not happen. */
  final List<String> complaints = new ArrayList<>();

  Browser(Path executable) {
    playwright =
        Playwright.create(
            new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    browser =
        playwright
            .chromium()
            .launch(
                new LaunchOptions()
                    .setExecutablePath(executable)
                    .setArgs(List.of("--no-sandbox", "--disable-gpu")));
  }

  /** {@code -Dtrama.chromium=PATH}, or a Chromium on the PATH. */
  static Optional<Path> find() {
    String named = System.getProperty("trama.chromium", "");
    Stream<Path> places =
        named.isEmpty()
            ? Arrays.stream(System.getenv().getOrDefault("PATH", "").split(":", -1))
                .flatMap(dir -> NAMES.stream().map(name -> Path.of(dir, name)))
            : Stream.of(Path.of(named));
    return places.filter(Files::isExecutable).findFirst();
  }

  Page open(Path page, String fragment, ColorScheme theme) {
    return open(page.toUri(), fragment, theme);
  }

  /** Opens a page that may request what lies beside it, and nothing else. */
  Page open(URI page, String fragment, ColorScheme theme) {
    BrowserContext context =
        browser.newContext(
            new com.microsoft.playwright.Browser.NewContextOptions()
                .setViewportSize(1400, 900)
                .setColorScheme(theme));
    Page tab = context.newPage();
    URI beside = page.resolve(".");
    String address = page + (fragment.isEmpty() ? "" : "#" + fragment);
    tab.onConsoleMessage(message -> complaints.add("console: " + message.text()));
    tab.onPageError(error -> complaints.add("error: " + error));
    tab.onDialog(
        dialog -> {
          complaints.add("dialog: " + dialog.message());
          dialog.dismiss();
        });
    tab.onRequest(
        request -> {
          if (!isBelow(beside, URI.create(request.url()))) {
            complaints.add("request: " + request.url());
          }
        });
    tab.navigate(address);
    tab.waitForSelector("#app:not([aria-busy])");
    return tab;
  }

  private static boolean isBelow(URI folder, URI address) {
    boolean samePlace =
        Objects.equals(address.getScheme(), folder.getScheme())
            && Objects.equals(address.getRawAuthority(), folder.getRawAuthority());
    return (samePlace && address.getPath().startsWith(folder.getPath()))
        || "data".equals(address.getScheme());
  }

  @Override
  public void close() {
    browser.close();
    playwright.close();
  }
}
