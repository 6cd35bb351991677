package dev.trama.analyzer.export.sql;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Puts queries together. {@code {places}} in a query stands for what {@code part/places.sql} has:
 * common table expressions that several queries begin with.
 *
 * <pre>
 * aged     (run_id, service, version, age)      age 1 is a service's newest version
 * places   points with that, and whether pinned in what
 * tails    percentiles of places in the two newest versions, from the distributions of all runs
 * slower   of two versions, from what per_run says of each run
 * </pre>
 *
 * They are text, not views that an engine defines: the text of a query is then all that anybody
 * needs who has the tables, whichever engine it is.
 */
public final class SqlText {
  private static final Pattern PART = Pattern.compile("\\{(\\w+)}");

  private SqlText() {}

  /**
   * @param sql of this program alone: what users say comes as {@link #literal}, afterwards
   */
  public static String composed(String sql) {
    return PART.matcher(sql)
        .replaceAll(part -> Matcher.quoteReplacement(part("part/" + part.group(1))));
  }

  private static String part(String name) {
    return composed(onShelf(name).strip());
  }

  static String onShelf(String name) {
    try (InputStream in = SqlText.class.getResourceAsStream("shelf/" + name + ".sql")) {
      if (in == null) {
        throw new IllegalStateException("no such named query:  " + name);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A text as a constant. */
  public static String literal(String text) {
    return "'" + text.replace("'", "''") + "'";
  }
}
