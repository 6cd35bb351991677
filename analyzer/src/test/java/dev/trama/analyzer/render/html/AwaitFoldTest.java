package dev.trama.analyzer.render.html;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

class AwaitFoldTest {
  @Provide
  Arbitrary<List<PageAwait>> awaits() {
    return Arbitraries.longs()
        .between(0, 50)
        .tuple4()
        .flatMap(t -> Arbitraries.integers().between(0, 2).map(site -> Tuple.of(t, site)))
        .list()
        .ofMaxSize(60)
        .map(
            drawn -> {
              List<PageAwait> awaits = new ArrayList<>();
              long now = 0;
              for (var one : drawn) {
                var t = one.get1();
                long begin = now + t.get1();
                awaits.add(new PageAwait(begin, t.get2(), t.get3(), 0, 1, one.get2(), 0, 0, 0, 0));
                now = awaits.getLast().end();
              }
              return awaits;
            });
  }

  private static List<PageAwait> fold(List<PageAwait> awaits, long below) {
    List<PageAwait> entries = new ArrayList<>();
    var fold = new AwaitFold(below);
    fold.task(entries::add);
    awaits.forEach(fold::add);
    fold.flush();
    return entries;
  }

  @Property
  void folding_keepsCountsAndTimes(@ForAll("awaits") List<PageAwait> awaits) {
    List<PageAwait> entries = fold(awaits, 40);
    assertThat(entries.stream().mapToLong(PageAwait::count).sum()).isEqualTo(awaits.size());
    assertThat(entries.stream().mapToLong(PageAwait::waitNanos).sum())
        .isEqualTo(awaits.stream().mapToLong(PageAwait::waitNanos).sum());
    assertThat(entries.stream().mapToLong(PageAwait::readyNanos).sum())
        .isEqualTo(awaits.stream().mapToLong(PageAwait::readyNanos).sum());
    if (!awaits.isEmpty()) {
      assertThat(entries.getFirst().begin()).isEqualTo(awaits.getFirst().begin());
      assertThat(entries.getLast().end()).isEqualTo(awaits.getLast().end());
    }
  }

  @Property
  void longAwaits_stayAsTheyAre(@ForAll("awaits") List<PageAwait> awaits) {
    List<PageAwait> entries = fold(awaits, 40);
    assertThat(entries)
        .containsAll(awaits.stream().filter(a -> a.waitNanos() + a.readyNanos() >= 40).toList());
  }

  @Property
  void limitZero_foldsNothing(@ForAll("awaits") List<PageAwait> awaits) {
    assertThat(fold(awaits, 0)).isEqualTo(awaits);
  }
}
