package dev.trama.junit;

import dev.trama.analyzer.analyse.words.Glob;
import dev.trama.analyzer.model.Frame;
import dev.trama.analyzer.model.Waker;
import dev.trama.junit.WatchedTest.Seen;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Names of wakers. */
final class Wakers {
  private final Map<Long, String> tasks = new TreeMap<>();

  /**
   * @param threads of the test
   * @param awaits awaits of these threads, which give the entry methods of unnamed ones
   */
  Wakers(List<Thread> threads, List<Seen> awaits) {
    for (Seen seen : awaits) {
      seen.await()
          .stack()
          .entry()
          .map(Frame::label)
          .ifPresent(entry -> tasks.put(seen.thread().threadId(), entry));
    }
    for (Thread thread : threads) {
      if (!thread.getName().isEmpty()) {
        tasks.put(thread.threadId(), thread.getName());
      }
    }
  }

  /** The waker's name to show and to match; {@code nobody yet} while the await has not ended. */
  String of(Seen seen) {
    return switch (seen.await().waker()) {
      case Waker.Timer timer -> "timer";
      case Waker.Itself itself -> "itself";
      case Waker.Unknown unknown ->
          seen.await().isStillSuspended() ? "nobody yet" : "an unknown thread";
      case Waker.ByThread by -> {
        String name = tasks.getOrDefault(by.id(), seen.raw().wakerName);
        yield name.isEmpty() ? "#" + by.id() : name;
      }
    };
  }

  boolean isBy(Seen seen, String glob) {
    return Glob.compile(glob).matcher(of(seen)).matches();
  }
}
