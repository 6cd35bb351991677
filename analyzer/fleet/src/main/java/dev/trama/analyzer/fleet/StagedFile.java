package dev.trama.analyzer.fleet;

import java.io.Serializable;

/**
 * A complete Parquet file that waits to be moved to its place.
 *
 * @param staged below the directory of tables
 * @param place below the directory of tables
 */
record StagedFile(String staged, String place) implements Serializable {
  boolean isOfRuns() {
    return place.startsWith("runs/");
  }
}
