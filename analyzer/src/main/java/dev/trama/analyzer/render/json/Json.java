package dev.trama.analyzer.render.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.trama.analyzer.analyse.finding.Finding;
import dev.trama.analyzer.analyse.points.WakerCounts;
import dev.trama.analyzer.analyse.stats.Quantiles;
import dev.trama.analyzer.model.Frame;
import dev.trama.analyzer.model.RecordingInfo;
import java.util.List;

/** What the JSON of several commands has in common. Names here are a contract: docs/json.md. */
final class Json {
  private static final ObjectMapper MAPPER =
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

  private Json() {}

  static ObjectNode object() {
    return MAPPER.createObjectNode();
  }

  static String text(ObjectNode node) {
    try {
      return MAPPER.writeValueAsString(node);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a tree of plain values that cannot be written", e);
    }
  }

  static ObjectNode recording(RecordingInfo info) {
    var node = object();
    node.put("file", String.join(" ", info.files()));
    node.put("durationNanos", info.durationNanos());
    node.put("jdk", info.jdk());
    node.put("chunks", info.chunks());
    node.put("source", info.source().jsonName());
    var warnings = node.putArray("warnings");
    info.warnings().forEach(warnings::add);
    return node;
  }

  static void quantiles(ObjectNode into, Quantiles durations) {
    into.put("count", durations.count());
    into.put("totalNanos", durations.total());
    into.put("p50Nanos", durations.p50());
    into.put("p99Nanos", durations.p99());
    into.put("maxNanos", durations.max());
  }

  static void frame(ObjectNode into, Frame frame) {
    into.put("method", frame.label());
    into.put("class", frame.type());
    into.put("file", frame.file());
    into.put("line", frame.line());
  }

  static void wakers(ArrayNode into, List<WakerCounts.Count> wakers) {
    for (WakerCounts.Count waker : wakers) {
      into.addObject().put("name", waker.name()).put("count", waker.count());
    }
  }

  static void findings(ArrayNode into, List<Finding> findings) {
    for (Finding finding : findings) {
      var node = into.addObject();
      node.put("id", finding.id());
      node.put("severity", finding.severity().jsonName());
      node.put("message", finding.message());
      node.putObject("windows")
          .put("held", finding.held().windows())
          .put("of", finding.held().of());
      node.set("evidence", MAPPER.valueToTree(finding.evidence()));
      node.put("explanation", finding.explanation());
      node.put("remedy", finding.remedy());
    }
  }
}
