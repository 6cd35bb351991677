package dev.trama.analyzer.export.sql;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Composes queries. {@code {places}} in a query stands for the content of {@code part/places.sql}:
 * common table expressions with which several queries begin.
 *
 * <pre>
 * aged     (run_id, service, version, age)      age 1 is a service's newest version
 * places   points with that, and whether pinned in what
 * tails    percentiles of places in the two newest versions, from the distributions of all runs
 * slower   of two versions, from what per_run says of each run
 * </pre>
 *
 * They are text, not views that an engine defines: with the tables and any engine, the text of a
 * query is all that is needed.
 */
public final class SqlText {
  private static final Pattern PART = Pattern.compile("\\{(\\w+)}");

  private SqlText() {}

  /**
   * @param sql from this program only; what users enter is added afterwards, as {@link #literal}
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

  /** A text as an SQL literal. */
  public static String literal(String text) {
    return "'" + text.replace("'", "''") + "'";
  }
}
