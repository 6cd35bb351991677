package dev.trama.junit;

import dev.trama.analyzer.model.Frame;
import dev.trama.junit.WatchedTest.Seen;
import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.platform.commons.support.AnnotationSupport;

/** The checks of the annotations, made when the test method has succeeded. */
final class Checks {
  private final ExtensionContext context;
  private final WatchedTest test;

  Checks(ExtensionContext context, WatchedTest test) {
    this.context = context;
    this.test = test;
  }

  /** The annotation of the method, its class or an enclosing one, whichever is nearest. */
  static <A extends Annotation> Optional<A> annotation(ExtensionContext context, Class<A> type) {
    for (AnnotatedElement element : elements(context)) {
      var found = AnnotationSupport.findAnnotation(element, type);
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }

  private static List<AnnotatedElement> elements(ExtensionContext context) {
    List<AnnotatedElement> elements = new ArrayList<>();
    context.getTestMethod().ifPresent(elements::add);
    Class<?> type = context.getRequiredTestClass();
    while (type != null) {
      elements.add(type);
      type = type.getEnclosingClass();
    }
    return elements;
  }

  void all(Settings settings) throws InterruptedException {
    Optional<AllTasksEnd> allTasksEnd = annotation(context, AllTasksEnd.class);
    if (allTasksEnd.isPresent()) {
      allTasksEnd(allTasksEnd.get().withinSeconds());
    }
    if (annotation(context, NoPinning.class).isPresent()) {
      new AllAwaits(test).pinned().none();
    }
    annotation(context, NoAwaitHolding.class).ifPresent(holding -> Holding.check(test, holding));
    for (AnnotatedElement element : elements(context)) {
      AnnotationSupport.findRepeatableAnnotations(element, WokenBy.class).forEach(this::wokenBy);
    }
    annotation(context, MatchesAwaits.class)
        .ifPresent(
            matches ->
                ExpectedTree.check(
                    test, context.getRequiredTestClass(), matches.value(), settings));
  }

  private void wokenBy(WokenBy demand) {
    Kinds.check(demand.kind());
    if (!Kinds.hasWaker(demand.kind())) {
      throw new ExtensionConfigurationException(
          "the JDK does not say which thread ends an await of kind \"" + demand.kind() + "\"");
    }
    Wakers wakers = test.wakers();
    List<Seen> others =
        test.awaits().stream()
            .filter(seen -> Kinds.is(seen.await(), demand.kind()))
            .filter(seen -> !seen.await().isStillSuspended())
            .filter(seen -> !wakers.isBy(seen, demand.value()))
            .toList();
    if (!others.isEmpty()) {
      String expected = "woken by " + demand.value();
      throw test.failure(
          "expected every await of \""
              + demand.kind()
              + "\" to be "
              + expected
              + ", but "
              + others.size()
              + (others.size() == 1 ? " was not:" : " were not:"),
          Points.lines(others, true, wakers),
          expected,
          "woken by others: " + others.size());
    }
  }

  private void allTasksEnd(int seconds) throws InterruptedException {
    long giveUpNanos = System.nanoTime() + Duration.ofSeconds(seconds).toNanos();
    List<Thread> running = running();
    while (!running.isEmpty() && System.nanoTime() < giveUpNanos) {
      long leftNanos = Math.max(1, giveUpNanos - System.nanoTime());
      running.getFirst().join(Duration.ofNanos(leftNanos));
      running = running();
    }
    if (!running.isEmpty()) {
      int all = test.started().size();
      throw test.failure(
          "expected all tasks to end, but "
              + running.size()
              + " of "
              + all
              + " had not after "
              + seconds
              + " s:",
          running.stream().map(this::state).toList(),
          "0 tasks",
          running.size() + " tasks");
    }
  }

  private List<Thread> running() {
    return test.started().stream().filter(Thread::isAlive).toList();
  }

  private String state(Thread thread) {
    String name = (thread.getName() + " #" + thread.threadId()).strip();
    return test.awaits().stream()
        .filter(seen -> seen.thread() == thread && seen.await().isStillSuspended())
        .map(Seen::await)
        .map(
            await ->
                name
                    + " awaits "
                    + await.fine().name()
                    + await
                        .stack()
                        .suspensionPoint()
                        .map((Frame at) -> "  " + at.label() + "  " + at.site())
                        .orElse(""))
        .findFirst()
        .orElse(name + " is running");
  }
}
