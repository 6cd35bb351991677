package dev.trama.analyzer.cli;

import java.io.PrintWriter;
import java.util.List;
import picocli.CommandLine.Option;

/** How much of a long list a command shows. */
final class Listing {
  @Option(
      names = "--limit",
      paramLabel = "N",
      description = "Show the first N; 0 for all (default: a page of them, with --json all).")
  int limit = -1;

  /**
   * @param page how many to show unless the user has given a limit
   */
  <T> List<T> shown(List<T> all, int page, Output output) {
    int most = output.json && limit < 0 ? Integer.MAX_VALUE : most(page);
    return all.subList(0, Math.min(most, all.size()));
  }

  /** How many to show, for output that is not a single list. */
  int most(int page) {
    return limit < 0 ? page : limit == 0 ? Integer.MAX_VALUE : limit;
  }

  static void printRest(PrintWriter out, List<?> all, List<?> shown) {
    if (shown.size() < all.size()) {
      out.printf("… %d more; --limit 0 shows all%n", all.size() - shown.size());
    }
  }
}
