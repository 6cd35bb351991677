package dev.trama.probe;

import jdk.jfr.Category;
import jdk.jfr.Description;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.Period;
import jdk.jfr.StackTrace;

/** Which agent made the recording, and what it could weave. */
@Name("trama.Agent")
@Label("Agent")
@Description("The agent that makes this recording; written once in each chunk")
@Category("Trama")
@Period("beginChunk")
@StackTrace(false)
final class AgentInfoEvent extends Event {
  @Label("Version")
  @Description("Version of the agent")
  String version;

  @Label("Options")
  @Description("The options in force, as key=value, separated by commas")
  String options;

  @Label("Hooks")
  @Description("The hooks that are woven, separated by commas")
  String hooks;

  @Label("Missing Hooks")
  @Description("The hooks for which this JDK has no place, separated by commas; empty when none")
  String missingHooks;

  @Label("Parallelism")
  @Description("How many carriers the JDK's scheduler aims to keep busy")
  int parallelism;
}
