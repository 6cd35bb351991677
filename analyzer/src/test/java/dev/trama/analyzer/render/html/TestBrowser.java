package dev.trama.analyzer.render.html;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import dev.trama.analyzer.model.Recording;
import java.io.IOException;
import java.io.Writer;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * One browser for the tests of a class, which are skipped where there is none. No page may have
 * reported an error when a test is over.
 */
final class TestBrowser implements BeforeAllCallback, AfterEachCallback, AfterAllCallback {
  private Optional<Browser> browser = Optional.empty();

  @Override
  public void beforeAll(ExtensionContext context) {
    Optional<Path> chromium = Browser.find();
    if (chromium.isEmpty()) {
      System.err.println("No Chromium on the PATH: " + context.getDisplayName() + " is skipped.");
    }
    assumeTrue(chromium.isPresent(), "no Chromium");
    browser = chromium.map(Browser::new);
  }

  @Override
  public void afterEach(ExtensionContext context) {
    assertThat(complaints()).isEmpty();
  }

  @Override
  public void afterAll(ExtensionContext context) {
    browser.ifPresent(Browser::close);
  }

  List<String> complaints() {
    return browser.orElseThrow().complaints;
  }

  Page open(Path page, String fragment, ColorScheme theme) {
    return browser.orElseThrow().open(page, fragment, theme);
  }

  Page open(URI page, String fragment, ColorScheme theme) {
    return browser.orElseThrow().open(page, fragment, theme);
  }

  /** The page of a recording that no file holds; it is written into the folder. */
  Page open(Recording recording, Path folder, String fragment, ColorScheme theme)
      throws IOException {
    Path page = Files.createTempFile(folder, "made", ".html");
    try (Writer out = Files.newBufferedWriter(page)) {
      HtmlReport.write(recording, List.of(), List.of(), out);
    }
    return open(page, fragment, theme);
  }
}
