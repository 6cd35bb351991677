package dev.trama.analyzer.workload.finding;

import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;

/** Asks two services, one after the other or both at once. */
public final class Serialises {
  private static final int PAGES = 4;

  private Serialises() {}

  public static void main(String[] args) throws Exception {
    try (var tasks = new Tasks()) {
      if (Tasks.isTrouble(args)) {
        tasks.start(PAGES, "page", Serialises::page);
      } else {
        tasks.start(PAGES, "page", Serialises::pageAtOnce);
      }
    }
  }

  private static int page() throws InterruptedException {
    int price = price(); // => price
    int stock = stock(); // => stock
    return price + stock;
  }

  private static int pageAtOnce() throws Exception {
    FutureTask<Integer> price = fork(Serialises::price);
    FutureTask<Integer> stock = fork(Serialises::stock);
    return price.get() + stock.get();
  }

  private static FutureTask<Integer> fork(Callable<Integer> service) {
    var task = new FutureTask<>(service);
    Thread.startVirtualThread(task);
    return task;
  }

  private static int price() throws InterruptedException {
    Thread.sleep(40);
    return 40;
  }

  private static int stock() throws InterruptedException {
    Thread.sleep(50);
    return 50;
  }
}
