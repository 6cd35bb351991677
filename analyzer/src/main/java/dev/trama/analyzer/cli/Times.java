package dev.trama.analyzer.cli;

import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Durations as users write them: {@code 50us}, {@code 1.5ms}, {@code 2s}, {@code 1m}. */
final class Times implements ITypeConverter<Long> {
  private static final Pattern TIME = Pattern.compile("(\\d+(?:\\.\\d+)?)\\s*(ns|us|ms|s|m|h)");
  private static final Map<String, Double> NANOS =
      Map.of("ns", 1.0, "us", 1e3, "ms", 1e6, "s", 1e9, "m", 60e9, "h", 3600e9);

  @Override
  public Long convert(String text) {
    return nanos(text);
  }

  static long nanos(String text) {
    var time = TIME.matcher(text.strip().toLowerCase(Locale.ROOT));
    if (!time.matches()) {
      throw new TypeConversionException(
          "'" + text + "' is not a time; write 50us, 1.5ms, 2s or 1m");
    }
    return Math.round(Double.parseDouble(time.group(1)) * NANOS.get(time.group(2)));
  }
}
