package dev.trama.analyzer.analyse.request;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trama.analyzer.GoldenTrace;
import dev.trama.analyzer.analyse.why.Populations;
import dev.trama.analyzer.model.Context;
import dev.trama.analyzer.model.Recording;
import dev.trama.analyzer.model.RecordingBuilder;
import dev.trama.analyzer.model.RecordingInfo;
import dev.trama.analyzer.model.Source;
import dev.trama.analyzer.model.ThreadRef;
import dev.trama.analyzer.model.TraceEvent;
import dev.trama.analyzer.render.text.Palette;
import dev.trama.analyzer.render.text.RequestsText;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Contexts as programs write them when something is wrong, or large. */
class OddContextsTest {
  private static final int MANY = 100_000;

  private static List<Request> requests(String trace) {
    return RequestFinder.of(GoldenTrace.parse(trace).recording());
  }

  private static Request only(List<Request> requests, String key) {
    List<Request> found = requests.stream().filter(r -> r.key().equals(key)).toList();
    assertThat(found).as(key).hasSize(1);
    return found.getFirst();
  }

  @Test
  void withoutContexts_tasksAreTheRequests() {
    List<Request> requests =
        requests(
            """
            recording 100ms
            thread 20 worker virtual
            start 10ms 20
            end 40ms 20
            """);
    assertThat(requests).hasSize(1);
    assertThat(requests.getFirst().key()).isEqualTo("#20");
    assertThat(requests.getFirst().isWhole()).isTrue();
  }

  @Test
  void contextThatNeverEnds_isCut() {
    Request request =
        only(
            requests(
                """
                recording 100ms
                thread 20 worker virtual
                start 0 20
                context 20 10ms 10ms name=order id=7
                """),
            "7");
    assertThat(request.isWhole()).isFalse();
    assertThat(request.began()).isTrue();
    assertThat(request.endNanos()).isEqualTo(100_000_000);
  }

  @Test
  void overlappingContextsOfOneThread_areRequestsEach() {
    List<Request> requests =
        requests(
            """
            recording 100ms
            thread 20 worker virtual
            start 0 20
            context 20 10ms 50ms name=order id=7
            context 20 30ms 70ms name=order id=8
            end 90ms 20
            """);
    assertThat(only(requests, "7").durationNanos()).isEqualTo(40_000_000);
    assertThat(only(requests, "8").durationNanos()).isEqualTo(40_000_000);
    assertThat(requests).hasSize(2);
  }

  @Test
  void whatIsSpawnedInNestedContexts_worksForBoth() {
    List<Request> requests =
        requests(
            """
            recording 100ms
            thread 20 worker virtual
            thread 21 child virtual
            start 0 20
            context 20 10ms 90ms name=batch id=1
            context 20 20ms 60ms name=order id=7
            spawn 30ms 20 21
            start 31ms 21
            end 50ms 21
            spawn 70ms 20 22
            start 71ms 22
            end 80ms 22
            end 95ms 20
            """);
    assertThat(only(requests, "1").parts())
        .extracting(Part::threadId)
        .containsExactly(20L, 21L, 22L);
    assertThat(only(requests, "7").parts()).extracting(Part::threadId).containsExactly(20L, 21L);
  }

  @Test
  void contextBeyondItsTask_countsForTheTasksLife() {
    Request request =
        only(
            requests(
                """
                recording 100ms
                thread 20 worker virtual
                spawn 20ms 1 20
                start 20ms 20
                context 20 10ms 90ms name=order id=7
                end 60ms 20
                """),
            "7");
    assertThat(request.startNanos()).isEqualTo(20_000_000);
    assertThat(request.endNanos()).isEqualTo(60_000_000);
  }

  @Test
  void contextOfBeforeTheRing_isNotWhole() {
    Recording ring =
        recording(
            new TraceEvent.Started(ThreadRef.task(20), 1_000),
            new TraceEvent.Worked(ThreadRef.task(20), context("order", "7", -500, 2_000)),
            new TraceEvent.Ended(ThreadRef.task(20), 3_000));
    Request request = only(RequestFinder.of(ring), "7");
    assertThat(request.began()).isFalse();
    assertThat(request.isWhole()).isFalse();
  }

  @Test
  void emptyIds_areNoRequestInCommon() {
    Recording recording =
        recording(
            new TraceEvent.Started(ThreadRef.task(20), 0),
            new TraceEvent.Worked(ThreadRef.task(20), context("order", "", 100, 200)),
            new TraceEvent.Worked(ThreadRef.task(20), context("order", "", 150, 300)),
            new TraceEvent.Ended(ThreadRef.task(20), 900));
    assertThat(RequestFinder.of(recording)).extracting(Request::key).doesNotHaveDuplicates();
  }

  @Test
  void manyNames_areListedInBoundedText() {
    var builder = new RecordingBuilder(false);
    builder.accept(new TraceEvent.Started(ThreadRef.task(20), 0));
    for (int i = 0; i < MANY; i++) {
      builder.accept(
          new TraceEvent.Worked(
              ThreadRef.task(20), context("GET /orders/" + i, "" + i, 10L * i, 10L * i + 5)));
    }
    Recording recording = builder.build(info(10L * MANY));
    var fold = new RequestsFold(request -> true);
    fold.add(recording);
    assertThat(fold.groups()).hasSize(MANY);
    assertThat(RequestsText.lines(fold.groups().subList(0, 20), Palette.PLAIN)).hasSizeLessThan(70);

    var populations = new Populations(request -> Optional.of(request.name()), 0);
    populations.add(RequestWindow.of(recording));
    // A name with one request has no comparison.
    assertThat(populations.folds(3)).isEmpty();
  }

  @Test
  void hostileNames_arePrintedWithoutEffect() {
    Recording recording =
        recording(
            new TraceEvent.Started(ThreadRef.task(20), 0),
            new TraceEvent.Worked(
                ThreadRef.task(20), context("\u001b[2J\u202Eevil\n", "\u0007id", 100, 200)),
            new TraceEvent.Ended(ThreadRef.task(20), 900));
    var fold = new RequestsFold(request -> true);
    fold.add(recording);
    assertThat(RequestsText.lines(fold.groups(), Palette.PLAIN))
        .allMatch(line -> line.chars().noneMatch(c -> c < ' ' || c == 0x202E))
        .anyMatch(line -> line.contains("evil"));
  }

  private static Context context(String name, String id, long from, long to) {
    return new Context(
        "app.Work",
        "Work",
        List.of(new Context.Field("name", name, false), new Context.Field("id", id, true)),
        from,
        to,
        from == to);
  }

  private static Recording recording(TraceEvent... events) {
    var builder = new RecordingBuilder(false);
    List.of(events).forEach(builder);
    return builder.build(info(1_000_000));
  }

  private static RecordingInfo info(long endNanos) {
    return new RecordingInfo(
        List.of("odd.jfr"), 0, endNanos, 0, 1, "25", Source.AGENT, 0, List.of());
  }
}
