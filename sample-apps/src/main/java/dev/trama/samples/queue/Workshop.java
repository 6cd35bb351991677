package dev.trama.samples.queue;

import dev.trama.samples.Tasks;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;

/**
 * Three producers could make 600 items a second, two consumers can use 100. The queue between them
 * holds four, and is soon full; from then on each producer awaits a free place, and the consumers
 * set the pace. That is back-pressure, and {@code put} is the line where it shows.
 */
public final class Workshop {
  private static final int PRODUCERS = 3;
  private static final int CONSUMERS = 2;
  private static final int ITEMS_EACH_MAKES = 16;
  private static final int ITEMS_EACH_USES = PRODUCERS * ITEMS_EACH_MAKES / CONSUMERS;

  /** An item knows when it was ready, to show how long it waited. */
  private record Item(long readyAt) {}

  private final BlockingQueue<Item> shelf = new ArrayBlockingQueue<>(4);

  public static void main(String[] args) throws Exception {
    Workshop workshop = new Workshop();
    Callable<Integer> producer = workshop::produce;
    Callable<Long> consumer = workshop::consume;
    try (ExecutorService producers = Tasks.named("producer");
        ExecutorService consumers = Tasks.named("consumer")) {
      List<Future<Long>> waits = new ArrayList<>();
      for (int i = 0; i < CONSUMERS; i++) {
        waits.add(consumers.submit(consumer));
      }
      producers.invokeAll(Collections.nCopies(PRODUCERS, producer));
      long waited = 0;
      for (Future<Long> wait : waits) {
        waited += wait.get();
      }
      System.out.printf(
          "an item waited %d ms on average, from being ready to being used%n",
          waited / 1_000_000 / (CONSUMERS * ITEMS_EACH_USES));
    }
  }

  private int produce() throws InterruptedException {
    for (int i = 0; i < ITEMS_EACH_MAKES; i++) {
      Thread.sleep(5);
      shelf.put(new Item(System.nanoTime()));
    }
    return ITEMS_EACH_MAKES;
  }

  private long consume() throws InterruptedException {
    long waited = 0;
    for (int i = 0; i < ITEMS_EACH_USES; i++) {
      Item item = shelf.take();
      waited += System.nanoTime() - item.readyAt();
      Thread.sleep(20);
    }
    return waited;
  }
}
