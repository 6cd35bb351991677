package dev.trama.analyzer.analyse.request;

import dev.trama.analyzer.model.Await;
import dev.trama.analyzer.model.CodeNames;
import dev.trama.analyzer.model.Frame;
import dev.trama.analyzer.model.Stack;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The places of awaits; equal ones are one object. */
public final class Places {
  private final Map<Stack, Place> byStack = new HashMap<>();
  private final Map<List<Frame>, Place> byPath = new HashMap<>();

  public Place of(Await await) {
    return of(await.stack());
  }

  public Place of(Stack stack) {
    return byStack.computeIfAbsent(stack, this::place);
  }

  private Place place(Stack stack) {
    List<Frame> shown = stack.shown();
    List<Frame> path =
        shown.stream().filter(frame -> !CodeNames.isGenerated(frame.type())).toList();
    List<Frame> chosen = path.isEmpty() ? shown : path;
    return chosen.isEmpty() ? Place.NONE : byPath.computeIfAbsent(chosen, Place::new);
  }
}
