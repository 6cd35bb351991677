package dev.trama.analyzer.docs;

import java.util.Arrays;
import java.util.regex.Pattern;

/** The documented commands that no test runs unchanged, each with its reason. */
enum NotRun {
  THE_BUILD("mvn .*", "the build is what runs the tests"),
  BENCHMARKS("(analyzer/bench|agent/benchmarks)/.*|java -jar agent/benchmarks/.*", "take minutes"),
  SERVES("jwebserver .*", "serves until it is interrupted"),
  THE_SPRING_SERVICE("java -jar sample-apps/spring/.*", "SpringIT runs it"),
  OTHER_AGENT("java -javaagent:opentelemetry-javaagent.jar .*", "TraceIdIT runs it"),
  ONE_REQUEST("trama (requests|trace) .*--trace.*", "ContextIT and TraceIdIT have ids to look for"),
  JSON("trama .* --json\\b.*", "JsonDocIT runs them and compares every field"),
  INSTALLED(
      "tar -xzf trama-.*|export PATH=/opt/trama-.*|man .*|(/trama/bin/)?trama attach PID .*"
          + "|/trama/bin/trama .*|java -jar trama\\.jar .*|java -javaagent:\\$\\(java -jar trama.*",
      "need a machine to install on; JarAloneIT and .ci/empty-root run them"),
  SQL(
      "trama (query .*|export .*--to parquet.*|report tables .*)",
      "need the module analyzer/query, whose DocumentedQueriesIT runs them"),
  OTHER_TOOLS("spark-submit .*", "Spark is the reader's; FleetIT runs the application"),
  OTHERS_PROCESS(
      "(jcmd|trama dump|trama report --follow) PID.*",
      "PID is the reader's; RingIT, AttachIT, DumpIT and FollowIT run these"),
  LOOKS("trama top\\b.*", "shows what happens to run; TopIT and TopTerminalIT run it"),
  PLACEHOLDER("trama (demo NAME|run -- java \\.\\.\\.)", "stands for the others on the page");

  private final Pattern commands;
  final String reason;

  NotRun(String commands, String reason) {
    this.commands = Pattern.compile(commands);
    this.reason = reason;
  }

  boolean covers(String command) {
    return commands.matcher(command).matches();
  }

  static boolean coversAny(String command) {
    return Arrays.stream(values()).anyMatch(exception -> exception.covers(command));
  }
}
