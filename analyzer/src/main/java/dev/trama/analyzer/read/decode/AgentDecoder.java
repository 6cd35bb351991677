package dev.trama.analyzer.read.decode;

import dev.trama.analyzer.model.Completeness;
import dev.trama.analyzer.model.Dump;
import dev.trama.analyzer.model.TraceEvent;
import dev.trama.analyzer.read.parse.EventHandler;
import dev.trama.analyzer.read.parse.Fields;
import java.util.Map;
import java.util.function.Consumer;

/** Decodes what the agent says about itself. */
final class AgentDecoder {
  private AgentDecoder() {}

  static Map<String, EventHandler> handlers(Consumer<TraceEvent> out) {
    return Map.of("trama.Agent", agent(out), "trama.Completeness", completeness(out));
  }

  static EventHandler dump(Consumer<Dump> out) {
    var fields = new Fields();
    var condition = fields.field("condition");
    var reason = fields.field("reason");
    return new EventHandler(
        fields,
        event ->
            out.accept(new Dump(event.startNanos(), event.text(condition), event.text(reason))));
  }

  private static EventHandler agent(Consumer<TraceEvent> out) {
    var fields = new Fields();
    var version = fields.field("version");
    var options = fields.field("options");
    var hooks = fields.field("hooks");
    var missingHooks = fields.field("missingHooks");
    var parallelism = fields.field("parallelism");
    return new EventHandler(
        fields,
        event ->
            out.accept(
                new TraceEvent.Agent(
                    event.text(version),
                    event.text(options),
                    event.text(hooks),
                    event.text(missingHooks),
                    (int) event.number(parallelism))));
  }

  private static EventHandler completeness(Consumer<TraceEvent> out) {
    var fields = new Fields();
    var seen = fields.field("awaitsSeen");
    var committed = fields.field("awaitsCommitted");
    var withoutStack = fields.field("withoutStack");
    var lost = fields.field("lost");
    var wakerUnknown = fields.field("wakerUnknown");
    var probeFailures = fields.field("probeFailures");
    var stackMismatches = fields.field("stackMismatches");
    var captureTime = fields.field("captureTime");
    var budget = fields.field("budget");
    return new EventHandler(
        fields,
        event ->
            out.accept(
                new TraceEvent.Counted(
                    new Completeness(
                        event.number(seen),
                        event.number(committed),
                        event.number(withoutStack),
                        event.number(lost),
                        event.number(wakerUnknown),
                        event.number(probeFailures),
                        event.number(stackMismatches),
                        event.number(captureTime),
                        event.fraction(budget)))));
  }
}
