package dev.trama.analyzer.render.html;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.javascript.jscomp.AbstractCommandLineRunner;
import com.google.javascript.jscomp.CheckLevel;
import com.google.javascript.jscomp.Compiler;
import com.google.javascript.jscomp.CompilerOptions;
import com.google.javascript.jscomp.CompilerOptions.Environment;
import com.google.javascript.jscomp.CompilerOptions.LanguageMode;
import com.google.javascript.jscomp.DiagnosticGroup;
import com.google.javascript.jscomp.DiagnosticGroups;
import com.google.javascript.jscomp.SourceFile;
import com.google.javascript.jscomp.deps.ModuleLoader.ResolutionMode;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The types of the page's modules, as Closure's checker infers them. */
class PageTypesTest {
  private static final Path MODULES =
      Path.of("src/main/resources/dev/trama/analyzer/render/html/js");
  private static final Path TESTS = Path.of("src/test/js");

  private static final List<DiagnosticGroup> CHECKED =
      List.of(
          DiagnosticGroups.CHECK_TYPES,
          DiagnosticGroups.MISSING_PROPERTIES,
          DiagnosticGroups.UNDEFINED_VARIABLES,
          DiagnosticGroups.CHECK_VARIABLES,
          DiagnosticGroups.SUSPICIOUS_CODE,
          DiagnosticGroups.CHECK_REGEXP,
          DiagnosticGroups.CONST);

  /** The checker cannot know the properties of what a page reads as JSON. */
  private static final String OF_DATA = "JSC_POSSIBLE_INEXISTENT_PROPERTY";

  private static List<SourceFile> modules() throws IOException {
    List<SourceFile> modules = new ArrayList<>();
    try (var files = Files.walk(MODULES)) {
      for (Path file : files.filter(f -> f.toString().endsWith(".js")).sorted().toList()) {
        String name = "/" + MODULES.relativize(file).toString().replace('\\', '/');
        modules.add(SourceFile.fromCode(name, Files.readString(file)));
      }
    }
    modules.add(SourceFile.fromCode("/figures.js", Files.readString(TESTS.resolve("figures.js"))));
    return modules;
  }

  private static List<String> errors(List<SourceFile> modules) throws IOException {
    var options = new CompilerOptions();
    options.setLanguageIn(LanguageMode.UNSTABLE);
    options.setChecksOnly(true);
    options.setCheckTypes(true);
    options.setCheckSymbols(true);
    options.setModuleResolutionMode(ResolutionMode.BROWSER);
    CHECKED.forEach(group -> options.setWarningLevel(group, CheckLevel.ERROR));
    List<SourceFile> externs =
        new ArrayList<>(AbstractCommandLineRunner.getBuiltinExterns(Environment.BROWSER));
    externs.add(SourceFile.fromCode("/externs.js", Files.readString(TESTS.resolve("externs.js"))));
    var quiet = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
    var compiler = new Compiler(quiet);
    compiler.compile(externs, modules, options);
    return compiler.getErrors().stream()
        .filter(error -> !error.getType().key.equals(OF_DATA))
        .map(
            error -> error.getSourceName() + ":" + error.getLineno() + " " + error.getDescription())
        .toList();
  }

  @Test
  void modules_haveNoTypeErrors() throws IOException {
    assertThat(errors(modules())).isEmpty();
  }

  @Test
  void mistakes_areFound() throws IOException {
    Map<String, String> mistakes =
        Map.of(
            "app.r;", "variable app is undeclared",
            "parseInt();", "Function parseInt: called with 0 argument(s)",
            "class One {}\nnew One().two();", "Property two never defined on One");
    for (var mistake : mistakes.entrySet()) {
      List<String> found = errors(List.of(SourceFile.fromCode("/a.js", mistake.getKey())));
      assertThat(found).as(mistake.getKey()).anyMatch(e -> e.contains(mistake.getValue()));
    }
  }
}
