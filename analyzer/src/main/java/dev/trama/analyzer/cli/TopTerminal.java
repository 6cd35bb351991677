package dev.trama.analyzer.cli;

import dev.trama.analyzer.analyse.live.LiveView;
import dev.trama.analyzer.render.top.TopScreen;
import dev.trama.analyzer.render.top.TopState;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jline.terminal.Attributes;
import org.jline.terminal.Size;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;
import org.jline.utils.InfoCmp.Capability;

/** Draws on the whole terminal and takes keys, and leaves the terminal as it was. */
final class TopTerminal implements AutoCloseable {
  private static final long SECOND = 1_000_000_000;
  private static final long KEY_MILLIS = 100;
  private static final long SILENT_NANOS = 5 * SECOND;

  private final Terminal terminal;
  private final Attributes before;
  private final Thread restore = new Thread(this::restore, "restore-terminal");
  private final TopScreen screen;
  private boolean restored;

  private TopTerminal(Terminal terminal, String title) {
    this.terminal = terminal;
    this.before = terminal.enterRawMode();
    this.screen = new TopScreen(title, System.getenv("NO_COLOR") == null);
    Runtime.getRuntime().addShutdownHook(restore);
    terminal.puts(Capability.enter_ca_mode);
    terminal.puts(Capability.cursor_invisible);
  }

  /**
   * Shows views until the user quits.
   *
   * @param end tells why there will be no more, if so
   */
  static int run(
      String title, Supplier<LiveView> views, Supplier<Optional<String>> end, int everySeconds) {
    Optional<String> reason;
    try (var top = new TopTerminal(terminal(), title)) {
      reason = top.loop(views, end, everySeconds * SECOND);
    } catch (IOException gone) {
      throw new UserError("the terminal is gone: " + gone.getMessage());
    }
    reason.ifPresent(it -> System.err.println("trama: " + it));
    return 0;
  }

  private static Terminal terminal() throws IOException {
    String complaint =
        "trama top needs a terminal to draw on; print one look with --once or --json";
    if (System.console() == null) {
      throw new UserError(complaint);
    }
    try {
      Terminal terminal = TerminalBuilder.builder().system(true).dumb(false).build();
      if (terminal.getType().startsWith(Terminal.TYPE_DUMB)) {
        terminal.close();
        throw new UserError(complaint);
      }
      return terminal;
    } catch (IllegalStateException none) {
      throw new UserError(complaint);
    }
  }

  private Optional<String> loop(
      Supplier<LiveView> views, Supplier<Optional<String>> end, long everyNanos)
      throws IOException {
    TopState state = TopState.FIRST;
    LiveView view = LiveView.NOTHING;
    Size drawn = new Size();
    long nextNanos = System.nanoTime();
    long newsNanos = System.nanoTime();
    while (true) {
      Optional<String> reason = end.get();
      if (reason.isPresent()) {
        return reason;
      }
      long now = System.nanoTime();
      boolean due = now - nextNanos >= 0;
      if (due && !state.paused()) {
        LiveView next = views.get();
        newsNanos = next.atNanos() == view.atNanos() ? newsNanos : now;
        view = next;
        nextNanos = now + everyNanos / 4;
      }
      Size size = terminal.getSize();
      int key = terminal.reader().read(due ? 1 : KEY_MILLIS);
      if (key == -1) {
        return Optional.of("the terminal was closed");
      }
      Optional<TopState> after =
          TopKeys.press(state, key, this::escaped, TopScreen.rowCount(view, state));
      if (after.isEmpty()) {
        return Optional.empty();
      }
      if (due || !after.get().equals(state) || !size.equals(drawn)) {
        state = after.get();
        drawn = size;
        draw(screen.lines(view, state, note(now - newsNanos), size.getColumns(), size.getRows()));
      }
    }
  }

  private static String note(long silentNanos) {
    return silentNanos < SILENT_NANOS
        ? ""
        : "no answer for " + silentNanos / SECOND + " s: the program is stopped, or very busy";
  }

  /** What follows an escape; negative when nothing does. */
  private int escaped() {
    try {
      int next = terminal.reader().read(KEY_MILLIS / 2);
      return next == '[' || next == 'O' ? terminal.reader().read(KEY_MILLIS / 2) : -1;
    } catch (IOException gone) {
      return -1;
    }
  }

  private void draw(List<String> lines) {
    var out = terminal.writer();
    out.print("\u001b[H");
    for (int i = 0; i < lines.size(); i++) {
      out.print(lines.get(i) + "\u001b[K" + (i == lines.size() - 1 ? "" : "\r\n"));
    }
    out.print("\u001b[J");
    terminal.flush();
  }

  private synchronized void restore() {
    if (!restored) {
      restored = true;
      terminal.puts(Capability.cursor_visible);
      terminal.puts(Capability.exit_ca_mode);
      terminal.flush();
      terminal.setAttributes(before);
    }
  }

  @Override
  public void close() throws IOException {
    restore();
    Runtime.getRuntime().removeShutdownHook(restore);
    terminal.close();
  }
}
