package dev.trama.analyzer.render.html;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;

class ModuleBundleTest {
  private static String bundle(Map<String, String> modules) {
    return new ModuleBundle(modules::get).bundle("main");
  }

  @Test
  void imported_comesFirstAndGivesItsExports() {
    String script =
        bundle(
            Map.of(
                "main", "import {one, Two} from './other.js';\none();",
                "other", "const hidden = 1;\nexport function one() {}\nexport class Two {}\n"));
    assertThat(script.indexOf("module_other = ")).isLessThan(script.indexOf("module_main = "));
    assertThat(script)
        .contains("return {one, Two};")
        .contains("const {one, Two} = module_other;")
        .doesNotContain("export ");
  }

  @Test
  void importedTwice_standsOnce() {
    String script =
        bundle(
            Map.of(
                "main", "import {a} from './a.js';\nimport {b} from './b.js';",
                "a", "import {b} from './b.js';\nexport const a = b;",
                "b", "export const b = 1;"));
    assertThat(script.split("module_b = ", -1)).hasSize(2);
  }

  @Test
  void circle_isNamed() {
    assertThatThrownBy(
            () ->
                bundle(
                    Map.of(
                        "main", "import {a} from './a.js';",
                        "a", "import {main} from './main.js';\nexport const a = 1;")))
        .hasMessageContaining("[main, a] -> main");
  }

  @Test
  void folders_areResolvedFromTheImporter() {
    String script =
        bundle(
            Map.of(
                "main", "import {a} from './views/a.js';",
                "views/a", "import {b} from '../data/b.js';\nexport const a = b;",
                "data/b", "export const b = 1;"));
    assertThat(script)
        .contains("const {a} = module_views_a;")
        .contains("const {b} = module_data_b;");
  }
}
