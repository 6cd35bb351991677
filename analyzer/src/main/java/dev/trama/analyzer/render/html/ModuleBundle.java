package dev.trama.analyzer.render.html;

import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Joins ES modules to one inline script. A page opened from disk may not import its modules, and a
 * policy that forbids every request forbids blob and data addresses too; so each module becomes a
 * function's body, in the order of its imports. Understands the two forms that the page's modules
 * use: {@code import {a, b} from './x.js';}, or {@code '../sums/x.js'}, and {@code export} before a
 * const, function or class.
 */
final class ModuleBundle {
  private static final Pattern IMPORT =
      Pattern.compile("(?ms)^import \\{([^}]*)\\} from '(\\.\\.?/[\\w/]+)\\.js';$");
  private static final Pattern EXPORT =
      Pattern.compile("(?m)^export (?=(?:const|async function|function|class) (\\w+))");

  private final UnaryOperator<String> source;
  private final Map<String, String> done = new LinkedHashMap<>();
  private final List<String> underway = new ArrayList<>();

  /**
   * @param source gives a module's text by its name, which is its path without {@code .js}
   */
  ModuleBundle(UnaryOperator<String> source) {
    this.source = source;
  }

  String bundle(String main) {
    add(main);
    return done.values().stream().collect(Collectors.joining("\n", "'use strict';\n", "\n"));
  }

  private void add(String name) {
    if (done.containsKey(name)) {
      return;
    }
    if (underway.contains(name)) {
      throw new IllegalStateException("modules import each other: " + underway + " -> " + name);
    }
    underway.add(name);
    String text = source.apply(name);
    IMPORT.matcher(text).results().forEach(match -> add(resolve(name, match.group(2))));
    String exports =
        EXPORT.matcher(text).results().map(m -> m.group(1)).collect(Collectors.joining(", "));
    String body =
        IMPORT
            .matcher(text)
            .replaceAll(
                m -> "const {" + m.group(1) + "} = " + variable(resolve(name, m.group(2))) + ";");
    body = EXPORT.matcher(body).replaceAll("");
    done.put(
        name,
        "const %s = (() => {\n%s\nreturn {%s};\n})();"
            .formatted(variable(name), body.strip(), exports));
    underway.removeLast();
  }

  /** Resolves a path in an import, relative to the importing module's folder. */
  private static String resolve(String importer, String path) {
    return URI.create(importer).resolve(path).toString();
  }

  private static String variable(String name) {
    return "module_" + name.replace('/', '_');
  }
}
