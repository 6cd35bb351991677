package dev.trama.shop;

import dev.trama.junit.Awaits;
import dev.trama.junit.NoPinning;
import dev.trama.junit.Trama;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** Many tests at once, each with counts of its own: run by {@link CrowdIT}. */
@Trama
@Execution(ExecutionMode.CONCURRENT)
class CrowdedShop {
  static final int TESTS = 200;

  @NoPinning
  @RepeatedTest(TESTS)
  void seesItsOwnAwaitsAlone(RepetitionInfo repetition, Awaits awaits) {
    int own = repetition.getCurrentRepetition();
    int workers = own % 7;
    int awaitsEach = own % 5;
    for (int worker = 0; worker < workers; worker++) {
      List<Bell> bells = new ArrayList<>();
      for (int i = 0; i < awaitsEach; i++) {
        bells.add(new Bell());
      }
      Thread customer =
          Thread.ofVirtual().name("customer-" + own).start(() -> bells.forEach(Bell::await));
      bells.forEach(Bell::ring);
      Shop.join(customer);
    }
    awaits.of("park").in(Bell.class).exactly(workers * awaitsEach);
    awaits.exactly(workers * awaitsEach);
  }
}
