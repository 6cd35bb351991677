package dev.trama.samples.herd;

import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** Sells one ticket at a time, and tells those who wait for one: all of them, or the next. */
final class TicketOffice {
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition ticketForSale = lock.newCondition();
  private int tickets;
  private int wakeUps;

  /** Returns how many tickets were bought: always one, sooner or later. */
  int buy() throws InterruptedException {
    lock.lock();
    try {
      while (tickets == 0) {
        ticketForSale.await();
        wakeUps++;
      }
      tickets--;
      return 1;
    } finally {
      lock.unlock();
    }
  }

  void putOnSaleTellingAll() {
    lock.lock();
    try {
      tickets++;
      ticketForSale.signalAll();
    } finally {
      lock.unlock();
    }
  }

  void putOnSaleTellingOne() {
    lock.lock();
    try {
      tickets++;
      ticketForSale.signal();
    } finally {
      lock.unlock();
    }
  }

  boolean hasTickets() {
    lock.lock();
    try {
      return tickets > 0;
    } finally {
      lock.unlock();
    }
  }

  int waiting() {
    lock.lock();
    try {
      return lock.getWaitQueueLength(ticketForSale);
    } finally {
      lock.unlock();
    }
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
