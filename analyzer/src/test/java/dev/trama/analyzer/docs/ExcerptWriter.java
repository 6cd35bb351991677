package dev.trama.analyzer.docs;

import dev.trama.analyzer.cli.ChildProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Predicate;

/** Replaces what a page shows of a command's output by the same pieces of what it prints today. */
final class ExcerptWriter {
  private record Excerpt(int lines, List<String> replacement) {}

  private final Page page;
  private final TreeMap<Integer, Excerpt> excerpts = new TreeMap<>();

  ExcerptWriter(Page page) {
    this.page = page;
  }

  void replace(Step step, Output printed) {
    if (step.shown().isEmpty()) {
      return;
    }
    List<String> wanted = new ArrayList<>(Output.of(step.shown()).shapes());
    List<Output.Piece> chosen =
        printed.pieces().stream().filter(piece -> wanted.remove(piece.shape())).toList();
    List<String> lines = new ArrayList<>();
    int end = chosen.isEmpty() ? 0 : chosen.getFirst().at();
    for (Output.Piece piece : chosen) {
      boolean leftOut = printed.pieces().stream().anyMatch(isBetween(end, piece.at()));
      if (leftOut) {
        lines.add("…");
      } else if (end < piece.at()) {
        lines.add("");
      }
      lines.addAll(piece.lines());
      end = piece.at() + piece.lines().size();
    }
    if (Output.isGap(step.shown().getLast())) {
      lines.add(step.shown().getLast());
    }
    excerpts.put(step.shownAt(), new Excerpt(step.shown().size(), lines));
  }

  private static Predicate<Output.Piece> isBetween(int from, int to) {
    return piece -> from <= piece.at() && piece.at() < to;
  }

  void write() throws IOException {
    List<String> lines = new ArrayList<>(page.lines());
    excerpts
        .descendingMap()
        .forEach(
            (at, excerpt) -> {
              lines.subList(at, at + excerpt.lines()).clear();
              lines.addAll(at, excerpt.replacement());
            });
    Files.write(ChildProcess.PROJECT.resolve(page.file()), lines);
  }
}
