package dev.trama.analyzer.fleet;

import java.io.Serializable;

/**
 * A recording in the folder of recordings: {@code SERVICE/VERSION/INSTANCE/NAME.jfr}.
 *
 * @param path relative to the folder; with size and time, it identifies a recording that was read
 *     before
 */
public record RecordingFile(
    String path, long bytes, long modifiedMillis, String service, String version, String instance)
    implements Serializable {

  /** For a file elsewhere, service, version and instance are empty. */
  static RecordingFile of(String path, long bytes, long modifiedMillis) {
    String[] folders = path.split("/", -1);
    return folders.length == 4
        ? new RecordingFile(path, bytes, modifiedMillis, folders[0], folders[1], folders[2])
        : new RecordingFile(path, bytes, modifiedMillis, "", "", "");
  }

  boolean isInPlace() {
    return !service.isEmpty();
  }
}
