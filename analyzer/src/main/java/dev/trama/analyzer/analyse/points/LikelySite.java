package dev.trama.analyzer.analyse.points;

import dev.trama.analyzer.model.Frame;
import java.util.Comparator;
import java.util.List;

/**
 * Where awaits without a stack may have been: the places of those of the same kind that have a
 * stack. A hint, which is never counted as if it were known.
 *
 * @param share of the awaits of this kind that have a stack, 0 to 1
 */
public record LikelySite(Frame frame, double share) {

  /** The most frequent places first; none for a point that is known. */
  public static List<LikelySite> of(Point point, List<Point> all) {
    if (point.frame().isPresent()) {
      return List.of();
    }
    List<Point> alike =
        all.stream()
            .filter(p -> p.frame().isPresent())
            .filter(p -> p.fine().equals(point.fine()) && p.kind() == point.kind())
            .sorted(
                Comparator.comparingLong((Point p) -> p.durations().count())
                    .reversed()
                    .thenComparing(p -> p.frame().orElseThrow().site())
                    .thenComparing(p -> p.frame().orElseThrow().qualified()))
            .toList();
    double count = alike.stream().mapToLong(p -> p.durations().count()).sum();
    return alike.stream()
        .map(p -> new LikelySite(p.frame().orElseThrow(), p.durations().count() / count))
        .toList();
  }
}
