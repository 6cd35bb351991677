package dev.trama.analyzer.render.html;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The arrows between the folders of the page's modules. */
class PageLayersTest {
  private static final Path MODULES =
      Path.of("src/main/resources/dev/trama/analyzer/render/html/js");
  private static final Pattern IMPORT = Pattern.compile("from '(\\.\\.?/[\\w/]+\\.js)'");

  /** From the lowest up; a module imports from its own folder and those before it. */
  private static final List<String> FOLDERS =
      List.of("data", "sums", "ui", "timeline", "views", "");

  @Test
  void modules_importFromTheirOwnFolderAndThoseBelow() throws IOException {
    List<String> upwards = new ArrayList<>();
    int imports = 0;
    try (var files = Files.walk(MODULES)) {
      for (Path module : files.filter(f -> f.toString().endsWith(".js")).toList()) {
        for (MatchResult found : IMPORT.matcher(Files.readString(module)).results().toList()) {
          imports++;
          Path imported = module.getParent().resolve(found.group(1)).normalize();
          if (floor(imported) > floor(module)) {
            upwards.add(MODULES.relativize(module) + " -> " + MODULES.relativize(imported));
          }
        }
      }
    }
    assertThat(upwards).isEmpty();
    assertThat(imports).isGreaterThan(100);
  }

  private static int floor(Path module) {
    Path folder = MODULES.relativize(module).getParent();
    int floor = FOLDERS.indexOf(folder == null ? "" : folder.toString());
    assertThat(floor).as("a folder of its own in the layers: %s", module).isNotNegative();
    return floor;
  }
}
