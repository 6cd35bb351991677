package dev.trama.analyzer.export.sql;

import dev.trama.analyzer.analyse.words.Durations;
import java.util.Locale;
import java.util.Set;

/** Values of a result as people read them: columns that end in {@code _nanos} are durations. */
public final class Cells {
  private static final String NANOS = "_nanos";

  /** Such columns that are instants instead. */
  private static final Set<String> INSTANTS = Set.of("start_nanos", "end_nanos", "at_nanos");

  private Cells() {}

  /** The name of a column without the unit that its values show. */
  public static String header(String column) {
    return isDuration(column) ? column.substring(0, column.length() - NANOS.length()) : column;
  }

  private static boolean isDuration(String column) {
    return column.endsWith(NANOS) && !INSTANTS.contains(column);
  }

  /** On one line. */
  public static String text(String column, Object value) {
    return switch (value) {
      case null -> "";
      case Long nanos when isDuration(column) -> Durations.text(nanos);
      case Double nanos when isDuration(column) -> Durations.text(Math.round(nanos));
      case Double number -> number(number);
      default -> value.toString().replace('\n', ' ');
    };
  }

  private static String number(double value) {
    return value == Math.rint(value) && Math.abs(value) < 1e15
        ? Long.toString((long) value)
        : String.format(Locale.ROOT, "%.3f", value).replaceFirst("0+$", "");
  }
}
