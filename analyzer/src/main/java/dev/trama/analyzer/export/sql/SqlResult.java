package dev.trama.analyzer.export.sql;

import java.util.Iterator;
import java.util.List;

/**
 * What a query found.
 *
 * @param columns names, in order
 * @param rows read once; values are Long, Double, Boolean, String or null, whole numbers that are
 *     larger BigInteger
 */
public record SqlResult(List<String> columns, Iterator<List<Object>> rows) {}
