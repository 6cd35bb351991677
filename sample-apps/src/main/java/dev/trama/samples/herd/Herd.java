package dev.trama.samples.herd;

import dev.trama.samples.Tasks;
import java.util.Collections;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;

/**
 * Forty customers wait for forty tickets, which come on sale one by one. When each ticket is
 * announced to all, all wake, one gets it, and the others go back to waiting: 40 + 39 + ... + 1 =
 * 820 wake-ups to sell 40 tickets. Announced to one customer each, 40 wake-ups are enough.
 */
public final class Herd {
  private static final int CUSTOMERS = 40;

  public static void main(String[] args) throws Exception {
    TicketOffice all = new TicketOffice();
    sell("told-all", all, all::putOnSaleTellingAll);
    TicketOffice one = new TicketOffice();
    sell("told-one", one, one::putOnSaleTellingOne);
  }

  private static void sell(String name, TicketOffice office, Runnable putOnSale) throws Exception {
    Callable<Integer> customer = office::buy;
    try (ExecutorService customers = Tasks.named(name);
        ExecutorService sellers = Tasks.named("seller")) {
      Future<Integer> seller = sellers.submit(() -> sellTickets(office, putOnSale));
      customers.invokeAll(Collections.nCopies(CUSTOMERS, customer));
      System.out.printf("%s: %d tickets, %d wake-ups%n", name, seller.get(), office.wakeUps());
    }
  }

  /** Puts out a ticket whenever all remaining customers sleep again. */
  private static int sellTickets(TicketOffice office, Runnable putOnSale)
      throws InterruptedException {
    for (int left = CUSTOMERS; left > 0; left--) {
      while (office.hasTickets() || office.asleep() < left) {
        Thread.sleep(1);
      }
      putOnSale.run();
    }
    return CUSTOMERS;
  }
}
