package dev.trama.analyzer.export.sql;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/**
 * What a query found.
 *
 * @param columns names, in order
 * @param rows read once; values are Long, Double, Boolean, String or null, whole numbers that are
 *     larger BigInteger
 */
public record SqlResult(List<String> columns, Iterator<List<Object>> rows) {
  /** The rows that are next, so many at most; 0 for all. */
  public List<List<Object>> next(int most) {
    List<List<Object>> next = new ArrayList<>();
    while (rows.hasNext() && (most == 0 || next.size() < most)) {
      next.add(rows.next());
    }
    return next;
  }

  /** A value as rows have it. The types of engines are more than a table needs to know. */
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
