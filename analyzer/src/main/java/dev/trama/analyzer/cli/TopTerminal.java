package dev.trama.analyzer.cli;

import dev.trama.analyzer.analyse.live.LiveView;
import dev.trama.analyzer.render.top.TopInk;
import dev.trama.analyzer.render.top.TopRow;
import dev.trama.analyzer.render.top.TopScreen;
import dev.trama.analyzer.render.top.TopState;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.jline.terminal.Attributes;
import org.jline.terminal.Size;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;
import org.jline.utils.InfoCmp.Capability;

/** Draws on the whole terminal, reads keys, and restores the terminal at the end. */
final class TopTerminal implements AutoCloseable {
  private static final long REDRAW_NANOS = 250_000_000;
  private static final long KEY_MILLIS = 100;

  private final Terminal terminal;
  private final Attributes before;
  private final Thread restore = new Thread(this::restore, "restore-terminal");
  private final TopScreen screen;
  private boolean restored;

  /** Asking the terminal for its size may start a process. */
  private volatile boolean resized = true;

  private TopTerminal(Terminal terminal, String title) {
    this.terminal = terminal;
    this.before = terminal.enterRawMode();
    boolean colour = System.getenv("NO_COLOR") == null;
    this.screen = new TopScreen(title, TopInk.of(colour, terminal.encoding()));
    terminal.handle(Terminal.Signal.WINCH, signal -> resized = true);
    Runtime.getRuntime().addShutdownHook(restore);
    terminal.puts(Capability.enter_ca_mode);
    terminal.puts(Capability.cursor_invisible);
  }

  /** Shows views until the user quits or there are no more. */
  static int run(TopSource source) {
    Optional<String> reason;
    try (var top = new TopTerminal(terminal(), source.title())) {
      reason = top.loop(source);
    } catch (IOException gone) {
      throw new UserError("the terminal is gone: " + gone.getMessage());
    }
    reason.ifPresent(it -> System.err.println("trama: " + it));
    return 0;
  }

  /** Called before anything is started that needs a terminal. */
  static void refuseWithoutTerminal() {
    try {
      terminal().close();
    } catch (IOException gone) {
      throw new UserError("the terminal is gone: " + gone.getMessage());
    }
  }

  private static Terminal terminal() throws IOException {
    try {
      Terminal terminal = TerminalBuilder.builder().system(true).dumb(false).build();
      if (!terminal.getType().startsWith(Terminal.TYPE_DUMB)) {
        return terminal;
      }
      terminal.close();
    } catch (IllegalStateException none) {
      // as below
    }
    throw new UserError(
        "trama top needs a terminal to draw on; use --once or --json to print one look");
  }

  private Optional<String> loop(TopSource source) throws IOException {
    TopState state = TopState.FIRST;
    LiveView view = LiveView.NOTHING;
    Size size = new Size();
    long dueNanos = System.nanoTime();
    while (true) {
      Optional<String> end = source.end();
      if (end.isPresent()) {
        return end;
      }
      boolean due = System.nanoTime() - dueNanos >= 0;
      if (due) {
        view = state.paused() ? view : source.view();
        dueNanos = System.nanoTime() + REDRAW_NANOS;
      }
      int key = terminal.reader().read(due ? 1 : KEY_MILLIS);
      if (key == -1) {
        return Optional.of("the terminal was closed");
      }
      List<TopRow> rows = key == TopKeys.NONE ? List.of() : TopScreen.rows(view, state);
      Optional<TopState> pressed = TopKeys.press(state, key, this::escaped, rows);
      if (pressed.isEmpty()) {
        return Optional.empty();
      }
      if (pressed.get().chosen() != state.chosen()) {
        source.choose(pressed.get().chosen());
      }
      boolean changed = due || !pressed.get().equals(state) || resized;
      state = pressed.get();
      if (resized) {
        resized = false;
        size = terminal.getSize();
      }
      if (changed) {
        draw(screen.lines(view, state, source.note(), size.getColumns(), size.getRows()));
      }
    }
  }

  /** The character that follows an escape; negative when there is none. */
  private int escaped() {
    try {
      int next = terminal.reader().read(KEY_MILLIS / 2);
      if (next != '[' && next != 'O') {
        return -1;
      }
      int key = terminal.reader().read(KEY_MILLIS / 2);
      for (int rest = key; Character.isDigit(rest) || rest == ';'; ) {
        rest = terminal.reader().read(KEY_MILLIS / 2);
      }
      return key;
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
