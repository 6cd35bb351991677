package dev.trama.analyzer.analyse.finding;

import dev.trama.analyzer.analyse.CarrierTracks;
import dev.trama.analyzer.model.Recording;
import java.util.function.Supplier;

/** A recording, and what several detectors want to know of it, worked out once. */
public final class Case {
  private final Recording recording;
  private final Supplier<CarrierTracks> tracks;

  public Case(Recording recording) {
    this.recording = recording;
    this.tracks = once(() -> new CarrierTracks(recording));
  }

  public Recording recording() {
    return recording;
  }

  public CarrierTracks tracks() {
    return tracks.get();
  }

  private static <T> Supplier<T> once(Supplier<T> source) {
    return new Supplier<>() {
      private T value;

      @Override
      public T get() {
        if (value == null) {
          value = source.get();
        }
        return value;
      }
    };
  }
}
