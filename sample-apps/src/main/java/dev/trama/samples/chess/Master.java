package dev.trama.samples.chess;

import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/** The one master, who can think about one board at a time. */
final class Master {
  private final BlockingQueue<Board> asking = new LinkedBlockingQueue<>();

  /** A board asks for the master's next move, and queues until it is its turn. */
  void ask(Board board) {
    asking.add(board);
  }

  /** Goes from board to board, in the order they asked, until every game is over. */
  int moveWhereverAsked() throws InterruptedException {
    int moves = 0;
    while (moves < Exhibition.BOARDS * Exhibition.MOVE_PAIRS) {
      Board board = asking.take();
      think();
      board.masterMoved();
      moves++;
    }
    return moves;
  }

  void think() throws InterruptedException {
    Thread.sleep(Clock.scaled(Duration.ofSeconds(5)));
  }
}
