package dev.trama.analyzer;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.trama.analyzer.AgentRun.Program;
import dev.trama.analyzer.cli.CommandLineRun;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The Spring Boot service under OpenTelemetry's agent and ours: an id from its log is a request.
 */
class TraceIdIT {
  private static final Path SERVICE = Path.of("../sample-apps/spring/target/trama-spring.jar");
  private static final Path OTHER_AGENT =
      Path.of("../agent/installer/target/opentelemetry-javaagent.jar");
  private static final Path BRIDGE =
      Path.of("../agent/opentelemetry/target/trama-opentelemetry.jar");

  /** What Spring's dispatcher logs when a request arrives, after the trace id. */
  private static final Pattern LOGGED = Pattern.compile("(?m)^([0-9a-f]{32}) GET \"/prices/");

  @TempDir static Path dir;

  @Test
  void traceIdFromTheLog_opensItsRequest() throws Exception {
    assertThat(List.of(SERVICE, OTHER_AGENT, BRIDGE)).allSatisfy(jar -> assertThat(jar).exists());
    var service =
        new Program(
            "service",
            List.of(
                "-jar",
                SERVICE.toString(),
                "--visitors.seconds=3",
                "--visitors.requests=3",
                "--logging.pattern.console=%mdc{trace_id} %msg%n",
                "--logging.level.org.springframework.web.servlet.DispatcherServlet=debug"));
    String recording =
        AgentRun.record(
                dir,
                service,
                List.of(
                    "-javaagent:" + OTHER_AGENT,
                    "-Dotel.javaagent.extensions=" + BRIDGE,
                    // The visitors are in the same process, and no part of the service.
                    "-Dotel.instrumentation.http-url-connection.enabled=false",
                    "-Dotel.traces.exporter=none",
                    "-Dotel.metrics.exporter=none",
                    "-Dotel.logs.exporter=none"))
            .toString();
    List<String> ids =
        LOGGED
            .matcher(Files.readString(dir.resolve("service.log")))
            .results()
            .map((MatchResult found) -> found.group(1))
            .toList();
    assertThat(ids).as(Files.readString(dir.resolve("service.log"))).hasSizeGreaterThan(10);
    String id = ids.get(ids.size() / 2);
    JsonNode request = CommandLineRun.json("requests", "--json", "--trace", id, recording);
    assertThat(request.at("/id").asText()).isEqualTo(id);
    assertThat(request.at("/context/traceId").asText()).isEqualTo(id);
    assertThat(request.at("/name").asText()).isEqualTo("GET /prices/{product}");
    assertThat(request.at("/ended").asBoolean()).isTrue();
    assertThat(request.at("/criticalPath/steps")).isNotEmpty();
  }
}
