package dev.trama.agent.it;

import java.util.concurrent.locks.LockSupport;

/** Two threads that hand the turn to each other: each unparks the other while that still parks. */
final class PingPongProgram {
  static final int TURNS = 50_000;

  private static volatile Thread ping;
  private static volatile Thread pong;
  private static volatile Thread turn;

  private PingPongProgram() {}

  public static void main(String[] args) throws InterruptedException {
    play(Thread.ofVirtual().name("ping-virtual"), Thread.ofVirtual().name("pong-virtual"));
    play(Thread.ofVirtual().name("ping-mixed"), Thread.ofPlatform().name("pong-mixed"));
  }

  private static void play(Thread.Builder first, Thread.Builder second)
      throws InterruptedException {
    ping = first.unstarted(() -> play(true));
    pong = second.unstarted(() -> play(false));
    turn = ping;
    System.out.println(ping.getName() + " " + ping.threadId());
    System.out.println(pong.getName() + " " + pong.threadId());
    ping.start();
    pong.start();
    ping.join();
    pong.join();
  }

  private static void play(boolean first) {
    Thread self = first ? ping : pong;
    Thread other = first ? pong : ping;
    for (int i = 0; i < TURNS; i++) {
      while (turn != self) {
        LockSupport.park(self);
      }
      turn = other;
      LockSupport.unpark(other);
    }
  }
}
