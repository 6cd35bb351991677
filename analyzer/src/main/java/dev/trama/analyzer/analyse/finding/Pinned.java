package dev.trama.analyzer.analyse.finding;

import dev.trama.analyzer.model.Await;
import dev.trama.analyzer.model.Frame;
import dev.trama.analyzer.model.TraceEvent;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Awaits that blocked their carrier instead of giving it up. */
final class Pinned implements Detector {
  /** Below this the carrier is free again before another task could have used it. */
  private static final long NOTICEABLE_NANOS = 1_000_000;

  @Override
  public String id() {
    return "pinned";
  }

  @Override
  public String looksFor() {
    return "awaits of 1 ms or more during which the carrier was blocked instead of given up";
  }

  private static final class AtSite {
    long count;
    long nanos;
    long longest;
    String kind = "";
    Optional<Frame> by = Optional.empty();
  }

  @Override
  public List<Finding> detect(Evidence evidence) {
    Map<String, AtSite> sites = new HashMap<>();
    for (var task : evidence.recording().tasks()) {
      for (Await await : task.awaits()) {
        if (await.isPinned() && await.durationNanos() >= NOTICEABLE_NANOS) {
          var at = sites.computeIfAbsent(Sites.site(await), s -> new AtSite());
          at.count++;
          at.nanos += await.durationNanos();
          at.longest = Math.max(at.longest, await.durationNanos());
          at.kind = await.fine().name();
          at.by = at.by.or(() -> PinningFrame.of(await.stack()));
        }
      }
    }
    List<Finding> findings = new ArrayList<>();
    Map<String, Set<String>> reasons = reasons(evidence);
    sites.forEach(
        (site, at) -> findings.add(finding(site, at, reasons.getOrDefault(site, Set.of()))));
    return findings;
  }

  /** What the JDK says, by site and in order. */
  private static Map<String, Set<String>> reasons(Evidence evidence) {
    Map<String, Set<String>> reasons = new HashMap<>();
    for (TraceEvent.PinnedBecause because : evidence.recording().pinned()) {
      if (!because.reason().isEmpty()) {
        String site = because.stack().suspensionPoint().map(Frame::site).orElse("");
        reasons.computeIfAbsent(site, s -> new TreeSet<>()).add(because.reason());
      }
    }
    return reasons;
  }

  private Finding finding(String site, AtSite at, Set<String> reasons) {
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put("site", site);
    facts.put("kind", at.kind);
    facts.put("count", at.count);
    facts.put("totalNanos", at.nanos);
    facts.put("maxNanos", at.longest);
    at.by.ifPresent(frame -> facts.put("pinnedBy", frame.label() + " " + frame.site()));
    if (!reasons.isEmpty()) {
      facts.put("reasons", List.copyOf(reasons));
    }
    return new Finding(
        id(),
        Severity.WARNING,
        site,
        Text.times(at.count, "await")
            + " "
            + Sites.at(site)
            + " ("
            + at.kind
            + ") blocked "
            + (at.count == 1 ? "its carrier" : "their carriers")
            + " for "
            + Text.duration(at.nanos)
            + at.by.map(frame -> ", pinned by " + said(frame)).orElse("")
            + (reasons.isEmpty() ? "" : "; the JDK says: " + String.join(", ", reasons)),
        facts,
        "A pinned virtual thread keeps its carrier while it waits, so no other task can run there.",
        "Up to JDK 23 a synchronized block around the wait pins: use a ReentrantLock or JDK 24+."
            + " Later, native frames and class initialisers pin: move the wait out of them.",
        at.nanos);
  }

  /** A native method is shown by its name, because it has no line; an initialiser by its line. */
  private static String said(Frame frame) {
    return frame.line() > 0 ? frame.label() + " at " + frame.site() : frame.label();
  }
}
