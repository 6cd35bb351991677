package dev.trama.analyzer.fleet;

import java.io.Serializable;
import java.util.List;

/**
 * What one task of a batch has done.
 *
 * @param runs ids, with the file of each
 */
record Part(List<StagedFile> files, List<Read> runs) implements Serializable {
  Part {
    files = List.copyOf(files);
    runs = List.copyOf(runs);
  }

  /** A recording that was read. */
  record Read(String run, RecordingFile file) implements Serializable {}
}
