package dev.trama.samples.herd;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** Sells one ticket at a time, and tells the waiting customers: all of them, or the next. */
final class TicketOffice {
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition ticketForSale = lock.newCondition();
  private final Set<Thread> waiting = ConcurrentHashMap.newKeySet();
  private final AtomicInteger tickets = new AtomicInteger();
  private int wakeUps;

  /** Returns how many tickets were bought: always one, sooner or later. */
  int buy() throws InterruptedException {
    lock.lock();
    try {
      while (tickets.get() == 0) {
        waiting.add(Thread.currentThread());
        ticketForSale.await();
        waiting.remove(Thread.currentThread());
        wakeUps++;
      }
      tickets.decrementAndGet();
      return 1;
    } finally {
      lock.unlock();
    }
  }

  void putOnSaleTellingAll() {
    lock.lock();
    try {
      tickets.incrementAndGet();
      waiting.clear();
      ticketForSale.signalAll();
    } finally {
      lock.unlock();
    }
  }

  void putOnSaleTellingOne() {
    lock.lock();
    try {
      tickets.incrementAndGet();
      ticketForSale.signal();
    } finally {
      lock.unlock();
    }
  }

  boolean hasTickets() {
    return tickets.get() > 0;
  }

  /**
   * How many wait, have not been told, and have given up their carrier. Takes no lock: looking must
   * neither delay customers that wake, nor tell one that is about to wait.
   */
  long asleep() {
    return waiting.stream().filter(thread -> thread.getState() == Thread.State.WAITING).count();
  }

  int wakeUps() {
    lock.lock();
    try {
      return wakeUps;
    } finally {
      lock.unlock();
    }
  }
}
