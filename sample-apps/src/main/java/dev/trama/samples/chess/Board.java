package dev.trama.samples.chess;

import java.util.concurrent.Semaphore;

/** One game: the master moves, the opponent thinks and answers, thirty times. */
final class Board {
  private final Master master;
  private final Opponent opponent = new Opponent();
  private final Semaphore answers = new Semaphore(0);

  Board(Master master) {
    this.master = master;
  }

  int play() throws InterruptedException {
    for (int pair = 0; pair < Exhibition.MOVE_PAIRS; pair++) {
      master.ask(this);
      awaitMaster();
      opponent.think();
    }
    return Exhibition.MOVE_PAIRS;
  }

  private void awaitMaster() throws InterruptedException {
    answers.acquire();
  }

  /** Called by the master, who has moved here and now leaves. */
  void masterMoved() {
    answers.release();
  }
}
