package dev.trama.analyzer.analyse.check;

import java.util.List;

/**
 * The result of one rule.
 *
 * @param evidence what broke it, one sentence each; empty when it holds
 */
public record RuleResult(Rule rule, List<String> evidence) {
  public RuleResult {
    evidence = List.copyOf(evidence);
  }

  public boolean holds() {
    return evidence.isEmpty();
  }
}
