package dev.trama.analyzer.analyse.finding;

import dev.trama.analyzer.model.Await;
import dev.trama.analyzer.model.AwaitCategory;
import dev.trama.analyzer.model.Task;
import dev.trama.analyzer.model.Waker;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Many tasks woken at once from one awaitable, all but a few of which await it again at once:
 * {@code notifyAll} or {@code signalAll} where one could proceed.
 */
final class Herd implements Detector {
  private static final int MIN_WOKEN = 5;
  private static final double BACK_AT_ONCE = 0.75;
  private static final long TOGETHER_NANOS = 5_000_000;
  private static final long AT_ONCE_NANOS = 5_000_000;
  private static final int MIN_HERDS = 2;

  @Override
  public String id() {
    return "herd";
  }

  @Override
  public String looksFor() {
    return "5 or more tasks woken from one awaitable within 5 ms, three in four of which awaited it"
        + " again within 5 ms; twice at least";
  }

  /** What the tasks awaited: the same site and awaitable, whatever their waker. */
  private record Site(String kind, String site, int identity) {
    static Site of(Await await) {
      return new Site(await.fine().name(), Sites.site(await), await.distinctAwaitable().identity());
    }

    boolean isOf(Await await) {
      return identity == await.distinctAwaitable().identity()
          && kind.equals(await.fine().name())
          && site.equals(Sites.site(await));
    }

    /** Many awaits look theirs up. */
    @Override
    public int hashCode() {
      return (kind.hashCode() * 31 + site.hashCode()) * 31 + identity;
    }
  }

  private record Woken(Task task, Await await, boolean backAtOnce) {}

  @Override
  public List<Finding> detect(Evidence evidence) {
    Map<Site, List<Woken>> sites = new LinkedHashMap<>();
    for (Task task : evidence.recording().tasks()) {
      List<Await> awaits = task.awaits();
      for (int i = 0; i < awaits.size(); i++) {
        Await await = awaits.get(i);
        if (isByAnother(await)) {
          Site site = Site.of(await);
          sites
              .computeIfAbsent(site, p -> new ArrayList<>())
              .add(new Woken(task, await, isBack(site, awaits, i)));
        }
      }
    }
    List<Finding> findings = new ArrayList<>();
    sites.forEach((site, woken) -> addFinding(findings, site, woken));
    return findings;
  }

  private static boolean isByAnother(Await await) {
    boolean shared =
        switch (await.fine().category()) {
          case POOL, SIGNAL -> true;
          // A lock wakes one at a time: many in a short time are a queue that moves.
          case LOCK, IO, TASK, TIMER, OTHER -> false;
        };
    boolean woken =
        switch (await.waker()) {
          case Waker.ByThread ignored -> true;
          case Waker.Unknown ignored -> await.ending() == Await.Ending.WOKEN;
          case Waker.Timer ignored -> false;
          case Waker.Itself ignored -> false;
        };
    return shared && woken;
  }

  /** Before it waits again it may have to take the lock again, which is an await of its own. */
  private static boolean isBack(Site site, List<Await> awaits, int i) {
    for (int next = i + 1; next <= Math.min(i + 2, awaits.size() - 1); next++) {
      Await again = awaits.get(next);
      if (again.startNanos() - awaits.get(next - 1).endNanos() > AT_ONCE_NANOS) {
        return false;
      }
      if (site.isOf(again)) {
        return true;
      }
      if (again.fine().category() != AwaitCategory.LOCK && !Sites.site(again).equals(site.site())) {
        return false; // it had something else to do
      }
    }
    return false;
  }

  private void addFinding(List<Finding> findings, Site site, List<Woken> woken) {
    woken.sort(Comparator.comparingLong(w -> w.await().readyAtNanos()));
    int herds = 0;
    int inVain = 0;
    int all = 0;
    int from = 0;
    while (from < woken.size()) {
      int to = end(woken, from);
      List<Woken> together = woken.subList(from, to);
      int back = (int) together.stream().filter(Woken::backAtOnce).count();
      if (together.size() >= MIN_WOKEN && back >= BACK_AT_ONCE * together.size()) {
        herds++;
        inVain += back;
        all += together.size();
      }
      from = to;
    }
    if (herds >= MIN_HERDS) {
      findings.add(finding(site, herds, all, inVain));
    }
  }

  /** A task that is woken again is one of the next herd. */
  private static int end(List<Woken> woken, int from) {
    long first = woken.get(from).await().readyAtNanos();
    Set<Task> together = new HashSet<>();
    int to = from;
    while (to < woken.size()
        && woken.get(to).await().readyAtNanos() - first <= TOGETHER_NANOS
        && together.add(woken.get(to).task())) {
      to++;
    }
    return to;
  }

  private Finding finding(Site site, int herds, int all, int inVain) {
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put("site", site.site());
    facts.put("kind", site.kind());
    facts.put("times", herds);
    facts.put("woken", all);
    facts.put("wokenInVain", inVain);
    return new Finding(
        id(),
        Severity.WARNING,
        site.toString(),
        Text.times(herds, "time")
            + " a herd of "
            + all / herds
            + " tasks was woken at "
            + site.site()
            + " ("
            + site.kind()
            + ") and "
            + inVain / herds
            + " of them went back to waiting at once",
        facts,
        "All are woken, one gets it, and the others were switched in and out for nothing.",
        "Wake one (notify, signal) where one can proceed, use a condition for each cause, or a"
            + " queue or semaphore that hands over by itself.",
        0);
  }
}
