package dev.trama.samples.scope.jdk25;

import java.util.concurrent.StructuredTaskScope;
import java.util.concurrent.StructuredTaskScope.FailedException;
import java.util.concurrent.StructuredTaskScope.Joiner;
import java.util.concurrent.StructuredTaskScope.Subtask;

/**
 * Puts a page together from three parts that are fetched at the same time. The parts live no longer
 * than the scope: when one fails, the others are interrupted where they wait, and the page need not
 * wait for them.
 */
public final class OrderPage {
  public static void main(String[] args) throws InterruptedException {
    Thread.ofVirtual().name("page").start(() -> show(true)).join();
    Thread.ofVirtual().name("page-without-stock").start(() -> show(false)).join();
  }

  private static void show(boolean stockAnswers) {
    long start = System.nanoTime();
    String page;
    try {
      page = assemble(stockAnswers);
    } catch (FailedException e) {
      page = "no page: " + e.getCause().getMessage();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
    System.out.printf("%s, after %d ms%n", page, (System.nanoTime() - start) / 1_000_000);
  }

  private static String assemble(boolean stockAnswers) throws InterruptedException {
    var parts = Thread.ofVirtual().name("part-", 1).factory();
    try (var scope =
        StructuredTaskScope.open(
            Joiner.<String>awaitAllSuccessfulOrThrow(),
            configuration -> configuration.withThreadFactory(parts))) {
      Subtask<String> customer = scope.fork(() -> fetch("customer", 150));
      Subtask<String> prices = scope.fork(() -> fetch("prices", 250));
      Subtask<String> stock = scope.fork(() -> stockAnswers ? fetch("stock", 100) : fail(50));
      scope.join();
      return customer.get() + " + " + prices.get() + " + " + stock.get();
    }
  }

  private static String fetch(String part, int millis) throws InterruptedException {
    Thread.sleep(millis);
    return part;
  }

  private static String fail(int millis) throws InterruptedException {
    Thread.sleep(millis);
    throw new IllegalStateException("stock does not answer");
  }
}
