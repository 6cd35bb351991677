package dev.trama.analyzer.render.text;

import dev.trama.analyzer.analyse.check.RuleResult;
import java.util.ArrayList;
import java.util.List;

/** Results of rules as text. */
public final class CheckText {
  private static final int EVIDENCE_SHOWN = 5;

  private CheckText() {}

  public static List<String> lines(List<RuleResult> results, Palette palette) {
    List<String> lines = new ArrayList<>();
    for (RuleResult result : results) {
      String mark = result.holds() ? "ok    " : palette.bad("FAILED");
      lines.add(mark + "  " + result.rule().text());
      for (String evidence : result.evidence().stream().limit(EVIDENCE_SHOWN).toList()) {
        Wrap.lines(evidence, 90).forEach(line -> lines.add("          " + line));
      }
      int more = result.evidence().size() - EVIDENCE_SHOWN;
      if (more > 0) {
        lines.add("          … " + more + " more");
      }
    }
    long failed = results.stream().filter(v -> !v.holds()).count();
    lines.add(
        failed == 0
            ? "every rule holds"
            : failed
                + " of "
                + results.size()
                + (results.size() == 1 ? " rule failed" : " rules failed"));
    return lines;
  }
}
