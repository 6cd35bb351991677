package dev.trama.agent.child;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** A child that runs: it can be talked to, and ends within its limit. */
public final class RunningJvm implements AutoCloseable {
  private static final long GRACE_SECONDS = 20;

  private final Process process;
  private final Optional<Path> recording;
  private final long deadlineNanos;
  private final Output out;
  private final Output err;
  private final PrintWriter in;

  RunningJvm(Process process, Optional<Path> recording, long limitNanos) {
    this.process = process;
    this.recording = recording;
    this.deadlineNanos = System.nanoTime() + limitNanos;
    this.out = new Output(process.getInputStream());
    this.err = new Output(process.getErrorStream());
    this.in = new PrintWriter(process.getOutputStream(), true, UTF_8);
  }

  /** The child's process id. */
  public long pid() {
    return process.pid();
  }

  /** Where the agent was told to record. */
  public Path recordingFile() {
    return recording.orElseThrow();
  }

  /** Waits until the child has printed this line. */
  public RunningJvm awaitLine(String line) throws InterruptedException {
    if (!out.awaitLine(line, deadlineNanos)) {
      throw overdue("did not print '" + line + "'");
    }
    return this;
  }

  /** Gives the child a line on its standard input. */
  public RunningJvm say(String line) {
    in.println(line);
    return this;
  }

  /** Runs {@code jcmd} on the child and returns what it printed. */
  public String jcmd(String... command) throws IOException, InterruptedException {
    return Jcmd.run(pid(), command);
  }

  /** Kills the child as {@code kill -9} does. */
  public EndedJvm kill() throws IOException, InterruptedException {
    process.destroyForcibly();
    return end();
  }

  /** Waits for the child's end. */
  public EndedJvm end() throws IOException, InterruptedException {
    if (!process.waitFor(deadlineNanos - System.nanoTime(), TimeUnit.NANOSECONDS)) {
      throw overdue("did not end");
    }
    return new EndedJvm(process.exitValue(), out.whole(), err.whole(), recording);
  }

  private AssertionError overdue(String what) {
    String threads = dump();
    process.destroyForcibly();
    return new AssertionError(
        "the child " + what + "\n-- out --\n" + out + "\n-- err --\n" + err + "\n" + threads);
  }

  /** Carriers and platform threads, then virtual threads: what a hanging JVM still shows. */
  private String dump() {
    if (!process.isAlive()) {
      return "(it has ended with status " + process.exitValue() + ")";
    }
    try {
      Path virtual = Files.createTempFile("threads", ".txt");
      try {
        String platform = jcmd("Thread.print", "-l");
        jcmd("Thread.dump_to_file", "-overwrite", virtual.toString());
        return platform + "\n-- all threads --\n" + Files.readString(virtual);
      } finally {
        Files.delete(virtual);
      }
    } catch (IOException | InterruptedException | AssertionError failure) {
      return "(no thread dump: " + failure + ")";
    }
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }

  /** What a child prints to one stream, read as it comes so that the child never blocks on it. */
  private static final class Output {
    private final StringBuilder text = new StringBuilder();
    private final Thread reader;

    Output(InputStream stream) {
      reader = Thread.ofPlatform().daemon().name("child-output").start(() -> read(stream));
    }

    private void read(InputStream stream) {
      try (var lines = stream) {
        byte[] bytes = new byte[8192];
        for (int count; (count = lines.read(bytes)) > 0; ) {
          add(new String(bytes, 0, count, UTF_8));
        }
      } catch (IOException closed) {
        add("\n(" + closed + ")");
      }
    }

    private synchronized void add(String more) {
      text.append(more);
      notifyAll();
    }

    synchronized boolean awaitLine(String line, long deadlineNanos) throws InterruptedException {
      while (!("\n" + text).contains("\n" + line + "\n")) {
        long millis = TimeUnit.NANOSECONDS.toMillis(deadlineNanos - System.nanoTime());
        if (millis <= 0 || !reader.isAlive()) {
          return false;
        }
        wait(Math.min(millis, 100));
      }
      return true;
    }

    String whole() throws InterruptedException {
      reader.join(TimeUnit.SECONDS.toMillis(GRACE_SECONDS));
      return toString();
    }

    @Override
    public synchronized String toString() {
      return text.toString();
    }
  }
}
