package dev.trama.analyzer.render.html;

import dev.trama.analyzer.analyse.request.Part;
import dev.trama.analyzer.analyse.request.Request;
import java.util.Comparator;
import java.util.List;

/**
 * Puts requests and their parts into a page's columns, in order of time. The page's {@code
 * js/data/requests.js} is the other half.
 */
final class PageRequests {
  private static final int NOT_BEGUN = 1;
  private static final int NOT_ENDED = 2;
  private static final int MAY_BE_SEVERAL = 4;

  private final PageData page;
  private final PageRecording recording;
  private long lastStart;

  PageRequests(PageData page, PageRecording recording) {
    this.page = page;
    this.recording = recording;
  }

  void put(List<Request> requests) {
    requests.stream()
        .sorted(Comparator.comparingLong(Request::startNanos).thenComparing(Request::key))
        .forEach(this::put);
  }

  private void put(Request request) {
    long start = page.ticks(recording.since(request.startNanos()));
    page.column("request.name").put(page.names().string(request.name()));
    putKey(request);
    page.column("request.start").putSigned(start - lastStart);
    page.column("request.length").put(length(request.root()));
    page.column("request.flags")
        .put(
            (request.began() ? 0 : NOT_BEGUN)
                + (request.ended() ? 0 : NOT_ENDED)
                + (request.mayBeSeveral() ? MAY_BE_SEVERAL : 0));
    page.column("request.parts").put(request.parts().size());
    request.parts().forEach(part -> put(part, start));
    lastStart = start;
  }

  /** A key that consists of the task's id needs no text of its own. */
  private void putKey(Request request) {
    String ofTask = "#" + request.root().threadId();
    String key = request.key();
    boolean inPage = recording.taskNumber(request.root().threadId()) >= 0;
    boolean derived = inPage && (key.equals(ofTask) || key.matches(ofTask + "\\.[1-9][0-9]{0,8}"));
    page.column("request.id").put(derived ? 0 : page.names().string(key));
    page.column("request.number")
        .put(
            derived && !key.equals(ofTask)
                ? Long.parseLong(key.substring(ofTask.length() + 1))
                : 0);
  }

  private void put(Part part, long requestStart) {
    long start = page.ticks(recording.since(part.startNanos()));
    int task = recording.taskNumber(part.threadId());
    page.column("part.task").put(task + 1);
    page.column("part.thread").put(task < 0 ? recording.thread(part.threadId()) + 1 : 0);
    page.column("part.start").putSigned(start - requestStart);
    page.column("part.length").put(length(part));
  }

  private long length(Part part) {
    return page.ticks(recording.since(part.endNanos()))
        - page.ticks(recording.since(part.startNanos()));
  }
}
