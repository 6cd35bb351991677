package dev.trama.analyzer.export.perfetto;

import dev.trama.analyzer.export.perfetto.Schema.ClockSnapshot;
import dev.trama.analyzer.export.perfetto.Schema.TracePacket;
import dev.trama.analyzer.export.perfetto.Schema.TrackDescriptor;
import dev.trama.analyzer.export.perfetto.Schema.TrackEvent;
import dev.trama.analyzer.export.proto.Message;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;

/** Writes packets of one sequence; nothing is held back. Times count from the recording's start. */
final class PacketWriter {
  private static final int SEQUENCE = 1;

  private final OutputStream out;
  private final long startNanos;
  private final Interning interning = new Interning();
  private final Message packet = new Message();
  private final Message trace = new Message();
  private boolean begun;

  PacketWriter(OutputStream out, long startNanos) {
    this.out = out;
    this.startNanos = startNanos;
  }

  Interning interning() {
    return interning;
  }

  /** Ties the trace's clock to the time of day. */
  void clock() {
    var snapshot =
        new Message()
            .message(ClockSnapshot.CLOCKS, clock(ClockSnapshot.BOOTTIME, 0))
            .message(ClockSnapshot.CLOCKS, clock(ClockSnapshot.REALTIME, startNanos));
    write(new Message().message(TracePacket.CLOCK_SNAPSHOT, snapshot));
  }

  private static Message clock(int id, long nanos) {
    return new Message()
        .number(ClockSnapshot.CLOCK_ID, id)
        .number(ClockSnapshot.CLOCK_TIMESTAMP, nanos);
  }

  void process(long uuid, String name) {
    describe(
        new Message()
            .number(TrackDescriptor.UUID, uuid)
            .message(
                TrackDescriptor.PROCESS,
                new Message()
                    .number(TrackDescriptor.PROCESS_PID, 1)
                    .text(TrackDescriptor.PROCESS_NAME, name)));
  }

  void track(long uuid, long parent, String name, int childOrdering) {
    describe(
        new Message()
            .number(TrackDescriptor.UUID, uuid)
            .number(TrackDescriptor.PARENT_UUID, parent)
            .text(TrackDescriptor.NAME, name)
            .number(TrackDescriptor.CHILD_ORDERING, childOrdering)
            .number(TrackDescriptor.SIBLING_MERGE, TrackDescriptor.MERGE_NONE));
  }

  void counterTrack(long uuid, long parent, String name) {
    describe(
        new Message()
            .number(TrackDescriptor.UUID, uuid)
            .number(TrackDescriptor.PARENT_UUID, parent)
            .text(TrackDescriptor.NAME, name)
            .message(
                TrackDescriptor.COUNTER,
                new Message().number(TrackDescriptor.COUNTER_UNIT, TrackDescriptor.UNIT_COUNT)));
  }

  private void describe(Message track) {
    write(new Message().message(TracePacket.TRACK_DESCRIPTOR, track));
  }

  void counter(long track, long atNanos, long value) {
    event(
        atNanos,
        new Message()
            .number(TrackEvent.TYPE, TrackEvent.COUNTER)
            .number(TrackEvent.TRACK_UUID, track)
            .number(TrackEvent.COUNTER_VALUE, value));
  }

  void end(long track, long atNanos) {
    event(
        atNanos,
        new Message()
            .number(TrackEvent.TYPE, TrackEvent.SLICE_END)
            .number(TrackEvent.TRACK_UUID, track));
  }

  /** An event that begins a slice or is an instant; fill it, and pass it to {@code event}. */
  Message named(int type, long track, String category, String name) {
    return new Message()
        .number(TrackEvent.TYPE, type)
        .number(TrackEvent.TRACK_UUID, track)
        .number(TrackEvent.CATEGORY_IID, interning.category(category))
        .number(TrackEvent.NAME_IID, interning.eventName(name));
  }

  void event(long atNanos, Message event) {
    packet.clear();
    packet.number(TracePacket.TIMESTAMP, Math.max(0, atNanos - startNanos));
    interning.takeFresh().ifPresent(fresh -> packet.message(TracePacket.INTERNED_DATA, fresh));
    write(packet.message(TracePacket.TRACK_EVENT, event));
  }

  private void write(Message into) {
    into.number(TracePacket.SEQUENCE_ID, SEQUENCE)
        .number(
            TracePacket.SEQUENCE_FLAGS,
            begun ? TracePacket.NEEDS_STATE : TracePacket.STATE_CLEARED);
    begun = true;
    try {
      trace.clear();
      trace.message(Schema.PACKET, into).writeTo(out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
