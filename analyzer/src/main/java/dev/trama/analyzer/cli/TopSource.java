package dev.trama.analyzer.cli;

import dev.trama.analyzer.analyse.live.LiveView;
import java.util.Optional;

/** Where the views of {@code trama top} come from. */
interface TopSource {
  /** What it is, for the title. */
  String title();

  /** The newest. */
  LiveView view();

  /** Shows this task in the views from now on; none if 0. */
  void choose(long task);

  /** Why there will be no more views, if so. */
  Optional<String> end();

  /** What is to be said beside the view; may be empty. */
  String note();
}
