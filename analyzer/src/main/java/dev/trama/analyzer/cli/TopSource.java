package dev.trama.analyzer.cli;

import dev.trama.analyzer.analyse.live.LiveView;
import java.util.Optional;

/** Where the views of {@code trama top} come from. */
interface TopSource {
  /** Its name, for the title. */
  String title();

  /** The newest. */
  LiveView view();

  /** Shows this task in the views from now on; none if 0. */
  void choose(long task);

  /** Why there will be no more views; empty while there will be. */
  Optional<String> end();

  /** A note beside the view; may be empty. */
  String note();
}
