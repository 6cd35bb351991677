package dev.trama.probe.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.nio.channels.Selector;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Reads the stacks of real threads, whose code is interpreted at first and compiled later. */
class FrozenStackTest {
  private static final int DEPTHS = 30;
  private static final int ROUNDS = 60;

  private final List<Thread> parked = new ArrayList<>();
  private volatile boolean over;
  private FrozenStack reader;

  @BeforeEach
  void calibrate() throws Exception {
    Selector.open().close(); // its library leads to the JVM's symbols
    reader = new Calibration(FrozenStackTest::symbol).calibrate(park(0, 0));
  }

  @AfterEach
  void end() throws InterruptedException {
    over = true;
    for (Thread thread : parked) {
      LockSupport.unpark(thread);
      thread.join();
    }
  }

  /** The first time a stack is walked, the second time known by its shape. */
  @Test
  void shape_tellsWhatAWalkTells() {
    int told = 0;
    int known = 0;
    for (int round = 0; round < ROUNDS; round++) {
      for (int depth = 0; depth < DEPTHS; depth++) {
        Thread thread = park(depth, round % 2);
        long first = reader.fingerprint(thread);
        long second = reader.fingerprint(thread);
        assertThat(second).isEqualTo(first);
        long byShape = reader.byShape(thread);
        assertThat(byShape).isIn(0L, first); // a set of shapes may be full
        known += byShape == 0 ? 0 : 1;
        told += first == 0 ? 0 : 1;
        if (round % 10 == 0) {
          reader.forget();
          assertThat(reader.byShape(thread)).isZero();
          assertThat(reader.fingerprint(thread)).isEqualTo(first);
        }
      }
    }
    assertThat(told).isGreaterThan(ROUNDS * DEPTHS / 2);
    assertThat(known).isGreaterThan(DEPTHS);
  }

  /** They have the same frames of the same sizes, and differ in the line of one. */
  @Test
  void stacksThatDifferInOneLine_areNotMistaken() {
    Map<Long, String> places = new HashMap<>();
    for (int round = 0; round < ROUNDS; round++) {
      for (int depth = 0; depth < DEPTHS; depth++) {
        for (int line = 0; line < 3; line++) {
          long fingerprint = reader.fingerprint(park(depth, line));
          if (fingerprint != 0) {
            String place = depth + " deep at line " + line;
            assertThat(places.merge(fingerprint, place, (known, now) -> known)).isEqualTo(place);
          }
        }
      }
    }
    assertThat(places).hasSizeGreaterThanOrEqualTo(3 * DEPTHS);
  }

  /** Returns a thread that is parked so many frames deep, called from this line. */
  private Thread park(int depth, int line) {
    Thread thread = Thread.ofVirtual().start(() -> begin(depth, line));
    parked.add(thread);
    while (thread.getState() != Thread.State.WAITING) {
      Thread.onSpinWait();
    }
    return thread;
  }

  @SuppressWarnings("DuplicateBranches") // but for their lines
  private void begin(int depth, int line) {
    if (line == 0) {
      deeper(depth);
    } else if (line == 1) {
      deeper(depth);
    } else {
      deeper(depth);
    }
  }

  private void deeper(int levels) {
    if (levels > 0) {
      deeper(levels - 1);
    } else {
      while (!over) {
        LockSupport.park();
      }
    }
  }

  private static long symbol(String name) {
    try {
      for (Method method : ClassLoader.class.getDeclaredMethods()) {
        if (method.getName().equals("findNative")) {
          method.setAccessible(true);
          return (long)
              (method.getParameterCount() == 4
                  ? method.invoke(null, null, null, name, null)
                  : method.invoke(null, null, name));
        }
      }
    } catch (ReflectiveOperationException unknown) {
      Assumptions.abort("this JDK hides its symbols: " + unknown);
    }
    return 0;
  }
}
