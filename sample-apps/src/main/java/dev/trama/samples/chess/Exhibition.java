package dev.trama.samples.chess;

import dev.trama.samples.Tasks;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;

/**
 * A master gives a chess exhibition: 24 boards, 30 pairs of moves each. The master thinks for 5 s
 * about a move, an opponent for 55 s.
 *
 * <p>One board after the other, a game takes 30 x (5 s + 55 s) = 30 minutes, and the exhibition 24
 * times that: 12 hours. But while an opponent thinks, the master can move at another board. Then
 * the opponents wait for the master, and the master for nobody: the exhibition takes as long as the
 * master thinks, 24 x 30 x 5 s = 1 hour. Nobody thinks faster, there is still one master, and the
 * boards are done in a twelfth of the time.
 */
public final class Exhibition {
  static final int BOARDS = 24;
  static final int MOVE_PAIRS = 30;

  public static void main(String[] args) throws Exception {
    System.out.printf(
        "%d boards, %d pairs of moves each, %,d times faster than real: about 20 s%n",
        BOARDS, MOVE_PAIRS, Clock.SPEED);

    Duration oneByOne = timed(Exhibition::playOneByOne);
    System.out.printf("one board after the other  %s%n", Clock.describe(oneByOne));

    Duration together = timed(Exhibition::playTogether);
    System.out.printf("all boards together        %s%n", Clock.describe(together));

    double ratio = (double) oneByOne.toNanos() / together.toNanos();
    System.out.printf("%.1f to 1, where the arithmetic says 12 to 1%n", ratio);
  }

  /** The synchronous exhibition: the master stays at a board until its game is over. */
  static int playOneByOne() throws InterruptedException, ExecutionException {
    try (ExecutorService tasks = Tasks.named("one-by-one")) {
      return tasks.submit(Exhibition::playEachGameToItsEnd).get();
    }
  }

  private static int playEachGameToItsEnd() throws InterruptedException {
    Master master = new Master();
    Opponent opponent = new Opponent();
    int moves = 0;
    for (int board = 0; board < BOARDS; board++) {
      for (int pair = 0; pair < MOVE_PAIRS; pair++) {
        master.think();
        opponent.think();
        moves++;
      }
    }
    return moves;
  }

  /** The concurrent exhibition: the master moves wherever an opponent has answered. */
  static int playTogether() throws InterruptedException, ExecutionException {
    Master master = new Master();
    List<Callable<Integer>> games = new ArrayList<>();
    for (int board = 0; board < BOARDS; board++) {
      games.add(new Board(master)::play);
    }
    try (ExecutorService masters = Tasks.named("master");
        ExecutorService boards = Tasks.named("board")) {
      Future<Integer> moves = masters.submit(master::moveWhereverAsked);
      boards.invokeAll(games);
      return moves.get();
    }
  }

  private static Duration timed(Callable<Integer> exhibition) throws Exception {
    long start = System.nanoTime();
    int moves = exhibition.call();
    if (moves != BOARDS * MOVE_PAIRS) {
      throw new IllegalStateException("the exhibition ended after " + moves + " pairs of moves");
    }
    return Duration.ofNanos(System.nanoTime() - start);
  }
}
