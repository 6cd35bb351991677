package dev.trama.analyzer.analyse.request;

import dev.trama.analyzer.model.Recording;
import java.util.List;

/** A recording, or a window of one, with its requests, for several analyses to look at. */
public record RequestWindow(
    Recording recording, List<Request> requests, PartIndex parts, Lifelines lifelines) {
  public static RequestWindow of(Recording recording) {
    List<Request> requests = RequestFinder.of(recording);
    return new RequestWindow(recording, requests, new PartIndex(requests), new Lifelines());
  }
}
