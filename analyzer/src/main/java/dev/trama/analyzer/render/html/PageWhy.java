package dev.trama.analyzer.render.html;

import dev.trama.analyzer.analyse.request.Activity;
import dev.trama.analyzer.analyse.request.RequestWindow;
import dev.trama.analyzer.analyse.why.Chain;
import dev.trama.analyzer.analyse.why.Line;
import dev.trama.analyzer.analyse.why.Populations;
import dev.trama.analyzer.analyse.why.Why;
import dev.trama.analyzer.analyse.why.WhyFold;
import dev.trama.analyzer.analyse.words.Constants;
import dev.trama.analyzer.model.Frame;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToIntFunction;

/** Why the slow requests of each name are slow, for the page's header. */
final class PageWhy {
  private static final int NAMES = 20;

  /** The page sums up the lines of a comparison that make little difference. */
  private static final int LINES = 40;

  /** A smaller share of a chain would be narrower than a pixel. */
  private static final double WORTH_A_BOX = 0.001;

  private final ToIntFunction<Frame> frameNumber;

  PageWhy(ToIntFunction<Frame> frameNumber) {
    this.frameNumber = frameNumber;
  }

  List<Map<String, Object>> of(RequestWindow window) {
    var populations = new Populations(request -> Optional.of(request.name()), 0);
    populations.add(window);
    List<WhyFold> folds = populations.folds(NAMES);
    folds.forEach(fold -> fold.add(window));
    return folds.stream().map(fold -> why(fold.why())).toList();
  }

  private Map<String, Object> why(Why why) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("name", why.name());
    map.put("slowFrom", why.thresholds().slowNanos());
    map.put("slow", why.slow());
    map.put("typical", why.typical());
    map.put("few", why.slow() < Why.FEW);
    map.put("mayHoldSeveral", why.mayHoldSeveral());
    map.put("slowNanos", why.slowNanos());
    map.put("typicalNanos", why.typicalNanos());
    map.put("lines", why.lines().stream().limit(LINES).map(this::line).toList());
    map.put("chains", branches(why.chains(), (long) (why.chains().nanos() * WORTH_A_BOX)));
    map.put("chainNanos", why.chains().nanos());
    return map;
  }

  private Map<String, Object> line(Line line) {
    Map<String, Object> map = new LinkedHashMap<>(activity(line.activity()));
    map.put("how", Constants.word(line.how()));
    map.put("slowNanos", line.slowNanos());
    map.put("typicalNanos", line.typicalNanos());
    map.put("slowCount", line.slowCount());
    map.put("typicalCount", line.typicalCount());
    map.put("example", line.example());
    map.put("exampleNanos", line.exampleNanos());
    return map;
  }

  private List<Map<String, Object>> branches(Chain chain, long least) {
    List<Map<String, Object>> list = new ArrayList<>();
    for (Chain branch : chain.branches()) {
      if (branch.nanos() >= Math.max(1, least)) {
        Map<String, Object> map = new LinkedHashMap<>(activity(branch.link().activity()));
        map.put("relation", Constants.word(branch.link().relation()));
        map.put("who", branch.link().who());
        map.put("nanos", branch.nanos());
        map.put("count", branch.count());
        map.put("children", branches(branch, least));
        list.add(map);
      }
    }
    return list;
  }

  private Map<String, Object> activity(Activity activity) {
    return Map.of(
        "what",
        Constants.word(activity.what()),
        "kind",
        activity.kind(),
        "label",
        activity.label(),
        "route",
        activity.isAwait() ? activity.place().route(3) : "",
        "frame",
        activity.place().frame().map(frameNumber::applyAsInt).orElse(-1));
  }
}
