package dev.trama.samples.spring;

import java.util.ArrayDeque;
import java.util.Deque;
import org.springframework.stereotype.Component;

/** The latest requests, guarded by a monitor; writing an entry takes a moment. */
@Component
class Journal {
  private static final int KEPT = 1000;

  private final Deque<String> entries = new ArrayDeque<>();

  synchronized int write(String entry) throws InterruptedException {
    Thread.sleep(1);
    entries.add(entry);
    if (entries.size() > KEPT) {
      entries.remove();
    }
    return entries.size();
  }
}
