package dev.trama.probe;

import jdk.jfr.Category;
import jdk.jfr.Description;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;

/** Why the recording was written to a file at this moment. */
@Name("trama.Dump")
@Label("Dump")
@Description("The recording is written to a file at this moment")
@Category("Trama")
@StackTrace(false)
public final class DumpEvent extends Event {
  @Label("Condition")
  @Description("The condition of dumpon= that held; absent when a program or a person asked")
  String condition;

  @Label("Reason")
  @Description("What was measured, or the reason given by the program or person that asked")
  String reason;

  @Label("File")
  @Description("The file that is written")
  String file;

  private DumpEvent() {}

  /**
   * Records a reason. Not named commit: JFR takes static methods of that name for its own.
   *
   * @param condition null when there was none
   */
  public static void write(String condition, String reason, String file) {
    DumpEvent event = new DumpEvent();
    event.condition = condition;
    event.reason = reason;
    event.file = file;
    event.commit();
  }
}
