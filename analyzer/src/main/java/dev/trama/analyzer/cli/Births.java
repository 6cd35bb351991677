package dev.trama.analyzer.cli;

import dev.trama.analyzer.analyse.births.BirthTree;
import dev.trama.analyzer.model.Recording;
import dev.trama.analyzer.render.json.BirthsJson;
import dev.trama.analyzer.render.text.BirthsText;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code trama births}. */
@Command(
    name = "births",
    description = {
      "Who started whom, as a tree; and the scopes of structured concurrency: which fork was waited"
          + " for, which were cancelled."
    },
    footer = {"", "Example: trama births app.jfr"})
final class Births implements Callable<Integer> {
  private static final int PAGE = 20;

  @Spec CommandSpec spec;
  @Mixin RecordingArgs source;
  @Mixin Output output;
  @Mixin Listing listing;

  @Override
  public Integer call() {
    Recording recording = source.readWhole(source.open());
    BirthTree births = BirthTree.of(recording);
    var out = spec.commandLine().getOut();
    if (output.json) {
      out.println(BirthsJson.text(recording, births));
      return 0;
    }
    new BirthsText(recording, output.palette(), listing.most(PAGE))
        .lines(births)
        .forEach(out::println);
    return 0;
  }
}
