import java.nio.file.Path;
import jdk.jfr.consumer.EventStream;

/** Goes through a recording as fast as one thread of the JDK's own reader can, and counts. */
public final class CountEvents {
  private static long events;

  private CountEvents() {}

  public static void main(String[] args) throws Exception {
    try (var stream = EventStream.openFile(Path.of(args[0]))) {
      stream.setOrdered(false);
      stream.setReuse(true);
      stream.onEvent(event -> events++);
      stream.start();
    }
    System.out.println(events + " events");
  }
}
