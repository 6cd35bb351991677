package dev.trama.analyzer.export.sql;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/**
 * What a query found.
 *
 * @param columns names of the columns, in order
 * @param rows can be read once; values are Long, Double, Boolean, String or null, and BigInteger
 *     for larger whole numbers
 */
public record SqlResult(List<String> columns, Iterator<List<Object>> rows) {
  /** The next rows, at most this many; 0 for all. */
  public List<List<Object>> next(int most) {
    List<List<Object>> next = new ArrayList<>();
    while (rows.hasNext() && (most == 0 || next.size() < most)) {
      next.add(rows.next());
    }
    return next;
  }

  /** An engine's value as one of the types of {@link #rows}. */
  public static Object plain(Object value) {
    return switch (value) {
      case null -> null;
      case Long number -> number;
      case Integer number -> number.longValue();
      case Short number -> number.longValue();
      case Byte number -> number.longValue();
      case BigInteger number when number.bitLength() < Long.SIZE -> number.longValue();
      case BigInteger number -> number;
      case BigDecimal number -> number.doubleValue();
      case Double number -> number;
      case Float number -> number.doubleValue();
      case Boolean flag -> flag;
      default -> value.toString();
    };
  }
}
