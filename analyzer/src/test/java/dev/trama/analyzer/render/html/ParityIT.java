package dev.trama.analyzer.render.html;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import dev.trama.analyzer.RandomRecording;
import dev.trama.analyzer.analyse.words.Durations;
import dev.trama.analyzer.model.Recording;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** The text commands and the page say the same of a recording, number by number. */
class ParityIT {
  private static final Path MODULES =
      Path.of("src/main/resources/dev/trama/analyzer/render/html/js");
  private static final int RECORDINGS = 300;

  @TempDir static Path dir;
  @RegisterExtension static final TestBrowser browser = new TestBrowser();
  private static Page page;

  @BeforeAll
  static void open() throws IOException {
    Path empty = Files.writeString(dir.resolve("empty.html"), "<main id=\"app\">figures</main>");
    page = browser.open(empty, "", ColorScheme.LIGHT);
    String script = new ModuleBundle(ParityIT::module).bundle("figures");
    page.evaluate(script + "; globalThis.figures = module_figures; 0");
  }

  private static String module(String name) {
    Path folder = name.equals("figures") ? Path.of("src/test/js") : MODULES;
    try {
      return Files.readString(folder.resolve(name + ".js"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<String> inPage(String function, Object argument) {
    Object lines = page.evaluate("argument => figures." + function + "(argument)", argument);
    return ((List<?>) lines).stream().map(Object::toString).toList();
  }

  /** The lines that differ, as text has them and as the page has them. */
  private static List<String> differing(String of, List<String> text, List<String> page) {
    List<String> found = new ArrayList<>();
    for (int i = 0; i < Math.max(text.size(), page.size()); i++) {
      String inText = i < text.size() ? text.get(i) : "nothing";
      String inPage = i < page.size() ? page.get(i) : "nothing";
      if (!inText.equals(inPage)) {
        found.add("%s, line %d: text %s page %s".formatted(of, i, inText, inPage));
      }
    }
    return found;
  }

  private static String data(Recording recording) {
    return HtmlReport.data(recording, List.of(), List.of(), HtmlReport.MAX_AWAITS);
  }

  @Test
  void randomRecordings_areTheSameInTextAndPage() {
    List<String> differing = new ArrayList<>();
    for (long seed = 0; seed < RECORDINGS; seed++) {
      Recording recording = RandomRecording.withContexts(seed);
      List<String> page = inPage("all", data(recording));
      differing.addAll(differing("seed " + seed, JavaFigures.of(recording), page));
    }
    assertThat(differing).isEmpty();
  }

  @Test
  void selections_areTheSlicesInside() {
    Random random = new Random(1);
    List<String> differing = new ArrayList<>();
    for (long seed = 0; seed < RECORDINGS; seed++) {
      Recording recording = RandomRecording.withSuspended(seed);
      int from = random.nextInt(500);
      int to = from + 1 + random.nextInt(600);
      List<String> page = inPage("selection", List.of(data(recording), from, to));
      differing.addAll(differing("seed " + seed, Selection.of(recording, from, to), page));
    }
    assertThat(differing).isEmpty();
  }

  @Test
  void durations_areWrittenAlike() {
    Random random = new Random(2);
    List<Long> nanos = new ArrayList<>(List.of(0L, 1L, 999L, 1_005_000L, 999_499L, 999_500L));
    for (int i = 0; i < 5_000; i++) {
      nanos.add((long) Math.exp(random.nextDouble() * Math.log(1e14)));
    }
    assertThat(inPage("durations", nanos.stream().map(Long::doubleValue).toList()))
        .isEqualTo(nanos.stream().map(Durations::text).toList());
  }
}
