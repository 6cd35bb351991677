package dev.trama.analyzer;

import dev.trama.analyzer.model.AwaitCategory;
import dev.trama.analyzer.model.AwaitKind;
import dev.trama.analyzer.model.Awaitable;
import dev.trama.analyzer.model.FineKind;
import dev.trama.analyzer.model.Frame;
import dev.trama.analyzer.model.Frame.Origin;
import dev.trama.analyzer.model.Stack;
import dev.trama.analyzer.model.ThreadRef;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Where the tasks of a random recording await: lambdas of one method, recursion, libraries, files
 * of one name, stacks that are cut off or were not taken.
 */
final class RandomStacks {
  private static final List<Frame> CODE =
      List.of(
          app("shop.Shop", "lambda$open$0", 10),
          app("shop.Shop", "lambda$open$1", 10),
          app("shop.Shop", "serve", 20),
          app("shop.Shop", "serve", 21),
          app("other.Shop", "serve", 20),
          app("shop.Till$1", "run", 0),
          new Frame("lib.Pool", "borrow", "Pool.java", 5, Origin.LIBRARY),
          new Frame("lib.Pool", "poll", "Pool.java", 6, Origin.LIBRARY),
          new Frame("lib.Pool", "lease", "Pool.java", 7, Origin.LIBRARY),
          new Frame("lib.Wire", "read", "Wire.java", 8, Origin.LIBRARY),
          new Frame("java.util.Timer", "loop", "Timer.java", 99, Origin.JDK));

  private static final List<FineKind> FINE =
      List.of(
          new FineKind("socket read", AwaitCategory.IO),
          new FineKind("lock", AwaitCategory.LOCK),
          new FineKind("semaphore", AwaitCategory.POOL),
          new FineKind("queue take", AwaitCategory.SIGNAL),
          new FineKind("join", AwaitCategory.TASK));

  private static final List<String> NAMES = List.of("", "", "cook-", "cook-", "waiter", "x-1-");

  private final Random random;
  private final List<Stack> stacks = new ArrayList<>();

  RandomStacks(Random random) {
    this.random = random;
    for (int i = 0; i < 5; i++) {
      List<Frame> frames = new ArrayList<>();
      boolean library = random.nextInt(3) == 0;
      for (int depth = 1 + random.nextInt(6); depth > 0; depth--) {
        frames.add(CODE.get(library ? 6 + random.nextInt(4) : random.nextInt(CODE.size())));
        if (random.nextInt(4) == 0) {
          frames.add(frames.getLast());
        }
      }
      stacks.add(new Stack(frames, random.nextInt(6) == 0));
    }
    stacks.add(Stack.NONE);
  }

  private static Frame app(String type, String method, int line) {
    return new Frame(type, method, "Shop.java", line, Origin.APPLICATION);
  }

  String name(int id) {
    String name = NAMES.get(random.nextInt(NAMES.size()));
    return name.endsWith("-") ? name + id : name;
  }

  Stack stack() {
    return stacks.get(random.nextInt(stacks.size()));
  }

  FineKind fine(AwaitKind kind) {
    return random.nextBoolean()
        ? FineKind.unrefined(kind, random.nextBoolean())
        : FINE.get(random.nextInt(FINE.size()));
  }

  Awaitable awaitable() {
    return List.of(
            Awaitable.NONE, new Awaitable("shop.Till", 7), new Awaitable("shop.Shop$Queue", 8))
        .get(random.nextInt(3));
  }

  ThreadRef carrier() {
    int number = random.nextInt(3);
    return number == 0
        ? ThreadRef.UNKNOWN
        : new ThreadRef(90 + number, "ForkJoinPool-1-worker-" + number, false);
  }
}
