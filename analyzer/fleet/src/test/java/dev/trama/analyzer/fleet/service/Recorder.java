package dev.trama.analyzer.fleet.service;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import jdk.jfr.Recording;

/**
 * Runs three services in two versions under the agent, one instance after the other, and leaves a
 * recording of each. Versions take turns, so that whatever else the machine does slows both.
 *
 * <p>Arguments: the folder, and how many recordings.
 */
public final class Recorder {
  private static final List<Supplier<Service>> SERVICES = List.of(Shop::new, Pay::new, Mail::new);
  private static final List<String> NAMES = List.of("shop", "pay", "mail");
  private static final int TASKS = 12;
  private static final int REQUESTS = 4;

  private Recorder() {}

  private record Run(int service, int version, int instance) {}

  public static void main(String[] args) throws Exception {
    Path folder = Path.of(args[0]);
    List<Run> runs = new ArrayList<>();
    for (int i = 0; i < Integer.parseInt(args[1]); i++) {
      runs.add(new Run(i % 3, 1 + i / 3 % 2, i / 6));
    }
    var random = new Random(42);
    Collections.shuffle(runs, random);
    // The first version has to be seen first: that is what makes it the older one.
    Collections.swap(runs, 0, indexOf(runs, 0));
    Collections.swap(runs, 1, indexOf(runs, 1));
    Collections.swap(runs, 2, indexOf(runs, 2));
    for (Run run : runs) {
      record(run, 0.7 + 0.6 * random.nextDouble(), folder);
    }
  }

  private static int indexOf(List<Run> runs, int service) {
    for (int i = service; i < runs.size(); i++) {
      if (runs.get(i).service == service && runs.get(i).version == 1) {
        return i;
      }
    }
    throw new IllegalArgumentException("too few recordings");
  }

  private static void record(Run run, double scatter, Path folder)
      throws IOException, InterruptedException, ExecutionException {
    Path file =
        folder
            .resolve(NAMES.get(run.service))
            .resolve(run.version + ".0")
            .resolve("host-" + run.instance)
            .resolve("run.jfr");
    Files.createDirectories(file.getParent());
    try (var recording = new Recording()) {
      recording.start();
      serve(SERVICES.get(run.service).get(), run.version, scatter);
      recording.stop();
      recording.dump(file);
    }
  }

  private static void serve(Service service, int version, double scatter)
      throws InterruptedException, ExecutionException {
    try (var tasks = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<?>> begun = new ArrayList<>();
      for (int i = 0; i < TASKS; i++) {
        begun.add(
            tasks.submit(
                () -> {
                  for (int request = 0; request < REQUESTS; request++) {
                    service.serve(version, scatter);
                  }
                  return null;
                }));
      }
      for (Future<?> task : begun) {
        task.get();
      }
    }
  }
}
