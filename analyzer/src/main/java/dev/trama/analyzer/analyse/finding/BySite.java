package dev.trama.analyzer.analyse.finding;

import dev.trama.analyzer.model.Await;
import dev.trama.analyzer.model.FineKind;
import dev.trama.analyzer.model.Stack;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;

/** A value for each kind of await at each site, found without comparing names every time. */
final class BySite<V> {
  /** What was awaited, and where. */
  record Site(String kind, String site) {
    static Site of(Await await) {
      return new Site(await.fine().name(), Sites.site(await));
    }
  }

  private final Supplier<V> make;
  private final Map<Site, V> sites = new HashMap<>();

  /** {@link Stack} compares by identity, and one stack mostly awaits one thing. */
  private final Map<Stack, Last<V>> byStack = new HashMap<>();

  private record Last<V>(FineKind kind, V value) {}

  BySite(Supplier<V> make) {
    this.make = make;
  }

  /** The value for an await, created if there is none. */
  V of(Await await) {
    Last<V> last = byStack.get(await.stack());
    if (last == null || !last.kind().equals(await.fine())) {
      V value = sites.computeIfAbsent(Site.of(await), site -> make.get());
      last = new Last<>(await.fine(), value);
      byStack.put(await.stack(), last);
    }
    return last.value();
  }

  /** The value for a site; {@code otherwise} if there is none. */
  V getOrDefault(Site site, V otherwise) {
    return sites.getOrDefault(site, otherwise);
  }
}
