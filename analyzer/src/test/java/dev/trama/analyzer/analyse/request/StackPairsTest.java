package dev.trama.analyzer.analyse.request;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trama.analyzer.model.Frame;
import dev.trama.analyzer.model.Frame.Origin;
import dev.trama.analyzer.model.Stack;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class StackPairsTest {
  @Property(tries = 100)
  void remember_whatWouldBeWorkedOutAnew(@ForAll long seed) {
    var random = new Random(seed);
    List<Stack> stacks = new ArrayList<>();
    for (int i = 0; i < 80; i++) {
      stacks.add(stack(random));
    }
    var pairs = new StackPairs();
    // More pairs than there is room for, each asked for several times.
    for (int i = 0; i < 20_000; i++) {
      Stack before = stacks.get(random.nextInt(stacks.size()));
      Stack after = stacks.get(random.nextInt(stacks.size()));
      assertThat(pairs.of(before, after)).isEqualTo(StackPairs.tell(before, after));
    }
  }

  @Test
  void anEarlierLineOfOneMethod_startsOver() {
    Stack first = new Stack(List.of(app(10), server(1)), false);
    Stack second = new Stack(List.of(app(20), server(1)), false);
    assertThat(StackPairs.tell(second, first) & StackPairs.RESTARTS).isNotZero();
    assertThat(StackPairs.tell(first, second) & StackPairs.RESTARTS).isZero();
  }

  @Test
  void anEarlierLineOfALibrary_startsOverBelowAServerOnly() {
    Stack first = new Stack(List.of(server(10)), false);
    Stack second = new Stack(List.of(server(20)), false);
    assertThat(StackPairs.tell(second, first)).isEqualTo(StackPairs.RESTARTS_SERVER);
  }

  private static Stack stack(Random random) {
    List<Frame> frames = new ArrayList<>();
    for (int i = random.nextInt(4); i >= 0; i--) {
      frames.add(app(1 + random.nextInt(3)));
    }
    frames.add(server(1 + random.nextInt(3)));
    return new Stack(frames, random.nextInt(10) == 0);
  }

  private static Frame app(int line) {
    return new Frame("shop.Shop", "serve", "Shop.java", line, Origin.APPLICATION);
  }

  private static Frame server(int line) {
    return new Frame("lib.Server", "run", "Server.java", line, Origin.LIBRARY);
  }
}
