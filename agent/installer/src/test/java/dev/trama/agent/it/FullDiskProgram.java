package dev.trama.agent.it;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.locks.LockSupport;
import jdk.jfr.FlightRecorder;
import jdk.jfr.Recording;
import jdk.jfr.RecordingState;

/** Fills its disk, and frees it again, as it is told. */
final class FullDiskProgram {
  /** Enough for JFR to finish its chunk, but less than the tenth that the agent leaves free. */
  private static final long LEFT = 4 << 20;

  private FullDiskProgram() {}

  /** The argument is a directory on the disk. */
  public static void main(String[] args) throws Exception {
    Path ballast = Path.of(args[0]).resolve("ballast");
    for (int turn = 1; ; turn++) {
      switch (Step.ask("next? " + turn)) {
        case "sleep" ->
            Thread.ofVirtual().name("task-" + turn).start(FullDiskProgram::sleep).join();
        case "fill" -> fill(ballast);
        case "until stopped" -> awaitRecording(RecordingState.STOPPED);
        case "free" -> Files.delete(ballast);
        case "until closed" -> awaitRecording(RecordingState.CLOSED);
        default -> {
          System.out.println("ended");
          return;
        }
      }
    }
  }

  private static void sleep() {
    try {
      Thread.sleep(1);
    } catch (InterruptedException impossible) {
      throw new AssertionError(impossible);
    }
  }

  private static void fill(Path ballast) throws IOException {
    byte[] bytes = new byte[1 << 20];
    try (OutputStream out = Files.newOutputStream(ballast)) {
      while (Files.getFileStore(ballast).getUsableSpace() > LEFT) {
        out.write(bytes);
      }
    }
  }

  private static void awaitRecording(RecordingState state) {
    while (stateNow() != state) {
      LockSupport.parkNanos(10_000_000);
    }
  }

  private static RecordingState stateNow() {
    return FlightRecorder.getFlightRecorder().getRecordings().stream()
        .filter(it -> it.getName().equals("trama"))
        .map(Recording::getState)
        .findFirst()
        .orElse(RecordingState.CLOSED);
  }
}
