package dev.trama.analyzer.read.decode;

import dev.trama.analyzer.read.parse.Fields;

/** The fields of the agent's events about awaits; each event has some of them. */
final class AwaitFields {
  final Fields all = new Fields();
  final Fields.Field kind = all.field("kind");
  final Fields.Field pinned = all.field("pinned");
  final Fields.Field waker = all.field("waker");
  final Fields.Field timedOut = all.field("timedOut");
  final Fields.Field resumeLatency = all.field("resumeLatency");
  final Fields.Field timeout = all.field("timeout");
  final Fields.Field carrier = all.field("carrier");
  final Fields.Field interrupted = all.field("interrupted");
  final Fields.Field eventThread = all.field("eventThread");
  final Fields.Field resumedOn = all.field("resumedOn");
  final Fields.Field thread = all.field("thread");
  final Fields.Field suspendedFor = all.field("suspendedFor");
  final Fields.Field name = all.field("name");
  final Fields.Field owner = all.field("owner");
  final Fields.Field awaitable = all.field("awaitable");
  final Fields.Field awaitableId = all.field("awaitableId");
  final Fields.Field monitorClass = all.field("monitorClass");
  final Fields.Field monitorId = all.field("monitorId");
  final Fields.Field wokenBy = all.field("wokenBy");
  final Fields.Field readyFor = all.field("readyFor");
}
