package dev.trama.analyzer.export.perfetto;

/** The parts of Perfetto's schema that are used, by message: field numbers and values of enums. */
final class Schema {
  static final int PACKET = 1;

  static final class TracePacket {
    static final int CLOCK_SNAPSHOT = 6;
    static final int TIMESTAMP = 8;
    static final int SEQUENCE_ID = 10;
    static final int TRACK_EVENT = 11;
    static final int INTERNED_DATA = 12;
    static final int SEQUENCE_FLAGS = 13;
    static final int TRACK_DESCRIPTOR = 60;
    static final int STATE_CLEARED = 1;
    static final int NEEDS_STATE = 2;
  }

  static final class ClockSnapshot {
    static final int CLOCKS = 1;
    static final int CLOCK_ID = 1;
    static final int CLOCK_TIMESTAMP = 2;
    static final int REALTIME = 1;
    static final int BOOTTIME = 6;
  }

  static final class TrackDescriptor {
    static final int UUID = 1;
    static final int NAME = 2;
    static final int PROCESS = 3;
    static final int PARENT_UUID = 5;
    static final int COUNTER = 8;
    static final int CHILD_ORDERING = 11;
    static final int SIBLING_MERGE = 15;
    static final int CHRONOLOGICAL = 2;
    static final int LEXICOGRAPHIC = 1;
    static final int MERGE_NONE = 2;
    static final int PROCESS_PID = 1;
    static final int PROCESS_NAME = 6;
    static final int COUNTER_UNIT = 3;
    static final int UNIT_COUNT = 2;
  }

  static final class TrackEvent {
    static final int CATEGORY_IID = 3;
    static final int DEBUG_ANNOTATION = 4;
    static final int TYPE = 9;
    static final int NAME_IID = 10;
    static final int TRACK_UUID = 11;
    static final int COUNTER_VALUE = 30;
    static final int FLOW_ID = 47;
    static final int TERMINATING_FLOW_ID = 48;
    static final int CALLSTACK_IID = 56;
    static final int SLICE_BEGIN = 1;
    static final int SLICE_END = 2;
    static final int INSTANT = 3;
    static final int COUNTER = 4;
  }

  static final class DebugAnnotation {
    static final int NAME_IID = 1;
    static final int UINT = 3;
    static final int STRING_IID = 17;
  }

  static final class InternedData {
    static final int CATEGORY = 1;
    static final int EVENT_NAME = 2;
    static final int ANNOTATION_NAME = 3;
    static final int FUNCTION_NAME = 5;
    static final int FRAME = 6;
    static final int CALLSTACK = 7;
    static final int SOURCE_PATH = 18;
    static final int STRING_VALUE = 29;
    static final int IID = 1;
    static final int VALUE = 2;
    static final int FRAME_FUNCTION = 2;
    static final int FRAME_SOURCE = 5;
    static final int FRAME_LINE = 6;
    static final int CALLSTACK_FRAMES = 2;
  }

  private Schema() {}
}
