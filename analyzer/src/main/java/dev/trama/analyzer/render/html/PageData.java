package dev.trama.analyzer.render.html;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.trama.analyzer.analyse.tasks.BoundRule;
import dev.trama.analyzer.analyse.tree.CallTree;
import dev.trama.analyzer.analyse.words.Constants;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;

/**
 * What a page holds, as a header in JSON and columns of numbers. Awaits follow their task, in order
 * of time, and each time is the difference from the one before, so that a million of them fit. The
 * page's {@code js/data/recording.js} is the other half.
 *
 * <p>Layout, deflated and in base64: the header's length (four bytes, lowest first), the header,
 * the columns in the order of the header's directory.
 */
final class PageData {
  private static final int FORMAT = 1;

  /**
   * {@code request-17}: the number is kept apart, so that a page of a million tasks does not hold a
   * million names.
   */
  private static final Pattern NUMBERED =
      Pattern.compile("(.*?)(0|[1-9]\\d{0,14})", Pattern.DOTALL);

  private final Map<String, Object> header = new LinkedHashMap<>();
  private final Columns columns = new Columns();
  private final PageNames names = new PageNames(columns);
  private final long tickNanos;
  private long lastThread;
  private long lastSpawned;
  private long lastTick;
  private int awaitsOfTask;
  private int tasks;
  private int awaits;

  /**
   * @param tickNanos the unit of the page's times: coarser makes a smaller page
   */
  PageData(long tickNanos) {
    this.tickNanos = tickNanos;
  }

  PageNames names() {
    return names;
  }

  Column column(String name) {
    return columns.get(name);
  }

  /** Adds to the header what is not a column. */
  void put(String name, Object value) {
    header.put(name, value);
  }

  /** Begins a task, numbered from 0; its awaits follow. */
  int task(PageTask task) {
    finishTask();
    columns.get("task.thread").putSigned(task.thread() - lastThread);
    var numbered = NUMBERED.matcher(task.name());
    boolean hasNumber = numbered.matches();
    columns.get("task.name").put(names.string(hasNumber ? numbered.group(1) : task.name()));
    columns.get("task.number").put(hasNumber ? Long.parseLong(numbered.group(2)) + 1 : 0);
    columns.get("task.family").put(names.string(task.family()));
    columns.get("task.group").put(task.group());
    columns.get("task.entry").put(names.string(task.entry()));
    columns.get("task.spawned").putSigned(ticks(task.spawned()) - lastSpawned);
    columns.get("task.start").put(ticks(task.start()) - ticks(task.spawned()));
    columns.get("task.length").put(ticks(task.end()) - ticks(task.start()));
    columns
        .get("task.flags")
        .put((task.startKnown() ? 0 : 1) + (task.endKnown() ? 0 : 2) + (task.entryKnown() ? 0 : 4));
    columns.get("task.parent").put(task.parent() + 1);
    columns.get("task.parentName").put(names.string(task.parentName()));
    columns.get("task.spawnFrame").put(task.spawnFrame() + 1);
    columns.get("task.lastCarrier").put(task.lastCarrier() + 1);
    lastThread = task.thread();
    lastSpawned = ticks(task.spawned());
    lastTick = ticks(task.start());
    return tasks++;
  }

  /** Adds an await to the task begun last. */
  void await(PageAwait await) {
    long begin = ticks(await.begin());
    long ready = ticks(await.begin() + await.waitNanos());
    long end = ticks(await.begin() + await.waitNanos() + await.readyNanos());
    columns.get("await.gap").putSigned(begin - lastTick);
    columns.get("await.wait").put(ready - begin);
    columns.get("await.ready").put(end - ready);
    columns.get("await.inner").put(ticks(await.innerNanos()));
    columns.get("await.count").put(await.count());
    columns.get("await.site").put(await.site());
    columns.get("await.carrier").put(await.carrier() + 1);
    columns.get("await.waker").put(await.waker());
    columns.get("await.timeout").put(ticks(await.timeoutNanos()));
    columns.get("await.flags").put(await.flags());
    lastTick = end + ticks(await.innerNanos());
    awaitsOfTask++;
    awaits++;
  }

  private static Map<String, Object> rule(BoundRule rule) {
    return Map.of(
        "bound", rule.bound().jsonName(),
        "words", rule.bound().words(),
        "meaning", rule.bound().meaning(),
        "parts", rule.parts().stream().map(Constants::word).toList(),
        "moreThanOneIn", rule.moreThanOneIn());
  }

  /** Entries so far. */
  int awaits() {
    return awaits;
  }

  private void finishTask() {
    if (tasks > 0) {
      columns.get("task.awaits").put(awaitsOfTask);
    }
    awaitsOfTask = 0;
  }

  long ticks(long nanos) {
    return Math.floorDiv(nanos, tickNanos);
  }

  /** Everything, encoded for the page. */
  String encode() {
    finishTask();
    header.put("format", FORMAT);
    header.put("tickNanos", tickNanos);
    header.put("minFolded", CallTree.MIN_FOLDED);
    header.put("bounds", BoundRule.TABLE.stream().map(PageData::rule).toList());
    names.putInto(header);
    header.put("columns", columns.directory());
    var packed = new ByteArrayOutputStream();
    var deflater = new Deflater(Deflater.BEST_COMPRESSION, true);
    try (var out = new DeflaterOutputStream(packed, deflater)) {
      byte[] json = new ObjectMapper().writeValueAsBytes(header);
      out.write(ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN).putInt(json.length).array());
      out.write(json);
      columns.writeTo(out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      deflater.end();
    }
    return Base64.getEncoder().encodeToString(packed.toByteArray());
  }
}
