package dev.trama.samples.generator;

import dev.trama.samples.Tasks;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;

/**
 * A coroutine that is sent numbers and answers with the average of all so far. Its state is nothing
 * but its local variables and the line where it waits: it is suspended in the middle of a loop, and
 * goes on there.
 */
public final class RunningAverage {
  private static final int NUMBERS = 20;

  public static void main(String[] args) throws Exception {
    try (ExecutorService tasks = Tasks.named("caller")) {
      Future<List<Double>> averages = tasks.submit(RunningAverage::sendNumbers);
      System.out.println("averages so far: " + averages.get());
    }
  }

  private static List<Double> sendNumbers() throws InterruptedException {
    Coroutine<Integer, Double> average = Coroutine.start("average", RunningAverage::average);
    Double[] averages = new Double[NUMBERS];
    for (int i = 0; i < NUMBERS; i++) {
      averages[i] = average.send(2 * i);
    }
    return List.of(averages);
  }

  private static void average(Coroutine<Integer, Double> caller) throws InterruptedException {
    double sum = caller.first();
    for (int count = 1; count < NUMBERS; count++) {
      sum += caller.handOut(sum / count);
    }
    caller.last(sum / NUMBERS);
  }
}
