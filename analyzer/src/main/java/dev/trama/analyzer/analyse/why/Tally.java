package dev.trama.analyzer.analyse.why;

import dev.trama.analyzer.analyse.request.Activity;
import dev.trama.analyzer.analyse.request.Lifelines;
import dev.trama.analyzer.analyse.request.Part;
import dev.trama.analyzer.analyse.request.Places;
import dev.trama.analyzer.analyse.request.Request;
import java.util.HashMap;
import java.util.Map;

/** What a set of requests did with their time, added up. */
final class Tally {
  private final Map<Activity, Amount> amounts = new HashMap<>();
  private long count;
  private long nanos;

  /** Of one activity, over all requests. */
  static final class Amount {
    private long count;
    private long nanos;
    private String example = "";
    private long exampleNanos;

    long count() {
      return count;
    }

    long nanos() {
      return nanos;
    }

    /** The request that spent most on it. */
    String example() {
      return example;
    }

    long exampleNanos() {
      return exampleNanos;
    }
  }

  static final Amount NONE = new Amount();

  void add(Request request, Lifelines lifelines, Places places) {
    count++;
    nanos += request.durationNanos();
    Part root = request.root();
    Map<Activity, Amount> own = new HashMap<>();
    if (root.task().isPresent()) {
      lifelines.between(
          root.task().get(),
          root.startNanos(),
          root.endNanos(),
          cut -> {
            Amount amount =
                own.computeIfAbsent(Activity.of(cut.slice(), places), a -> new Amount());
            amount.count++;
            amount.nanos += cut.durationNanos();
          });
    }
    long told = own.values().stream().mapToLong(Amount::nanos).sum();
    if (told < request.durationNanos()) {
      Amount unknown = own.computeIfAbsent(Activity.UNKNOWN, a -> new Amount());
      unknown.count++;
      unknown.nanos += request.durationNanos() - told;
    }
    own.forEach((activity, amount) -> add(activity, amount, request));
  }

  private void add(Activity activity, Amount amount, Request request) {
    Amount all = amounts.computeIfAbsent(activity, a -> new Amount());
    all.count += amount.count;
    all.nanos += amount.nanos;
    if (amount.nanos > all.exampleNanos) {
      all.exampleNanos = amount.nanos;
      all.example = request.key();
    }
  }

  long count() {
    return count;
  }

  long nanos() {
    return nanos;
  }

  Map<Activity, Amount> amounts() {
    return amounts;
  }

  Amount amount(Activity activity) {
    return amounts.getOrDefault(activity, NONE);
  }
}
