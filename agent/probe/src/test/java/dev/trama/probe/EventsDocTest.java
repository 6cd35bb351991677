package dev.trama.probe;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import jdk.jfr.Event;
import jdk.jfr.EventType;
import jdk.jfr.StackTrace;
import jdk.jfr.ValueDescriptor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** {@code docs/events.md} says what the event classes say. */
class EventsDocTest {
  private static final Path DOC = Path.of("../../docs/events.md");
  private static final String BEGIN = "<!-- generated from the event classes -->\n";
  private static final String END = "<!-- end of what is generated -->\n";

  static final List<Class<? extends Event>> EVENTS =
      List.of(
          AwaitEvent.class,
          MonitorAwaitEvent.class,
          StackEvent.class,
          UnparkEvent.class,
          SpawnEvent.class,
          StillSuspendedEvent.class,
          AgentInfoEvent.class,
          CompletenessEvent.class,
          DumpEvent.class,
          WaitingEvent.class,
          WaitingTaskEvent.class,
          RunningEvent.class,
          ChosenTaskEvent.class);

  /** To rewrite the document: {@code mvn -pl agent/probe test -Ddocs.write=true}. */
  @Test
  void documentHoldsTheTablesOfTheClasses() throws Exception {
    String document = Files.readString(DOC);
    int begin = document.indexOf(BEGIN) + BEGIN.length();
    int end = document.indexOf(END);
    if (Boolean.getBoolean("docs.write")) {
      Files.writeString(DOC, document.substring(0, begin) + tables() + document.substring(end));
    } else {
      assertThat(document.substring(begin, end)).isEqualTo(tables());
    }
  }

  @ParameterizedTest
  @FieldSource("EVENTS")
  void everyEventAndFieldHasLabelAndDescription(Class<? extends Event> type) {
    EventType event = EventType.getEventType(type);
    assertThat(event.getName()).startsWith("trama.");
    assertThat(event.getLabel()).isNotBlank();
    assertThat(event.getDescription()).isNotBlank();
    assertThat(event.getCategoryNames()).containsExactly("Trama");
    assertThat(ownFields(event))
        .isNotEmpty()
        .allSatisfy(
            field -> {
              assertThat(field.getLabel()).as(field.getName()).isNotBlank();
              assertThat(field.getDescription()).as(field.getName()).isNotBlank();
            });
  }

  private static String tables() {
    StringBuilder text = new StringBuilder();
    for (Class<? extends Event> type : EVENTS) {
      EventType event = EventType.getEventType(type);
      text.append("\n## ").append(event.getName()).append("\n\n");
      text.append(event.getDescription()).append(". ");
      text.append(type.getAnnotation(StackTrace.class).value() ? "With" : "Without");
      text.append(" a stack.\n\n| field | type | unit | meaning |\n|---|---|---|---|\n");
      for (ValueDescriptor field : ownFields(event)) {
        text.append("| `").append(field.getName()).append("` | ");
        text.append(shortName(field.getTypeName())).append(" | ").append(unit(field));
        text.append(" | ").append(field.getDescription().replace("|", "\\|")).append(" |\n");
      }
    }
    return text.append('\n').toString();
  }

  private static List<ValueDescriptor> ownFields(EventType event) {
    List<String> jfrs = List.of("startTime", "duration", "eventThread", "stackTrace");
    return event.getFields().stream().filter(field -> !jfrs.contains(field.getName())).toList();
  }

  private static String shortName(String type) {
    return type.substring(type.lastIndexOf('.') + 1);
  }

  private static String unit(ValueDescriptor field) {
    return Optional.ofNullable(field.getAnnotation(jdk.jfr.Timespan.class))
        .map(timespan -> timespan.value().toLowerCase(Locale.ROOT))
        .or(
            () ->
                Optional.ofNullable(field.getAnnotation(jdk.jfr.Percentage.class))
                    .map(percentage -> "share of 1"))
        .orElse("");
  }
}
