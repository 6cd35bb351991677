package dev.trama.agent.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trama.agent.child.Await;
import dev.trama.agent.child.ChildJvm;
import dev.trama.agent.child.EndedJvm;
import dev.trama.agent.child.Traced;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;
import org.junit.jupiter.api.io.TempDir;

/**
 * In any race of unparks and time-outs, no await names another's waker. (On JDK 21 the program
 * hangs, with and without the agent: its spinning threads starve one that is to be continued.)
 */
@EnabledForJreRange(min = JRE.JAVA_24)
class WakeRaceIT {
  /** What the program says of a round, in its own nanoseconds. */
  private record Round(
      int awaitable, long parked, long resumed, long waker, long unpark, long unparked) {
    static Round parse(String line) {
      String[] it = line.split(" ");
      return new Round(
          Integer.parseInt(it[0]),
          Long.parseLong(it[1]),
          Long.parseLong(it[2]),
          Long.parseLong(it[3]),
          Long.parseLong(it[4]),
          Long.parseLong(it[5]));
    }

    /** Whether this round's unpark can have ended that round's await. */
    boolean mayHaveWoken(Round other) {
      return unpark <= other.resumed && unparked >= other.parked;
    }
  }

  @Test
  void unparkThatRacesWithATimeout_isTheWakerOrNot_butNeverOfAnotherAwait(@TempDir Path directory)
      throws Exception {
    EndedJvm ended =
        ChildJvm.running(WakeRaceProgram.class, directory)
            .carriers(2)
            .traced("stacks=none")
            .run()
            .succeeded();
    Traced traced = ended.recording().whole();
    List<Round> rounds = ended.out().lines().map(Round::parse).toList();
    Map<Integer, List<Round>> ofAwaitable =
        rounds.stream().collect(Collectors.groupingBy(Round::awaitable));
    Map<Long, Round> ofWaker =
        rounds.stream().collect(Collectors.toMap(Round::waker, Function.identity()));

    int woken = 0;
    int timedOut = 0;
    int unknown = 0;
    for (Await await : traced.awaitsOf("racer")) {
      if (await.timedOut()) {
        timedOut++;
        assertThat(await.waker()).as("%s", await).isZero();
      } else if (await.waker() == 0) {
        unknown++;
      } else {
        woken++;
        Round wakers = ofWaker.get(await.waker());
        assertThat(ofAwaitable.get(await.awaitableId()))
            .as("the round of %s, woken in %s", await, wakers)
            .anyMatch(wakers::mayHaveWoken);
      }
    }
    System.out.printf(
        "races: %d rounds, awaits woken %d, timed out %d, waker unknown %d%n",
        rounds.size(), woken, timedOut, unknown);
    // Otherwise there was no race.
    assertThat(woken).isGreaterThan(rounds.size() / 50);
    assertThat(timedOut).isGreaterThan(rounds.size() / 50);
    assertThat(traced.completeness().wakerUnknown()).isGreaterThanOrEqualTo(unknown);
  }
}
