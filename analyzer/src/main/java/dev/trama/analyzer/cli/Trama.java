package dev.trama.analyzer.cli;

import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/**
 * The {@code trama} command. Exit status 0: success; 1: findings or failed checks; 2: failure, with
 * one line on stderr that says why.
 */
@Command(
    name = "trama",
    description = "Makes the invisible await of Java's virtual threads visible.",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    synopsisSubcommandLabel = "COMMAND",
    usageHelpWidth = 100,
    footer = {
      "",
      "Example: trama run -- java -jar app.jar, then trama summary trama-<pid>.jfr",
      "See trama COMMAND --help."
    },
    subcommands = {
      Demo.class,
      Run.class,
      Attach.class,
      Dump.class,
      Top.class,
      Agent.class,
      Report.class,
      Summary.class,
      Requests.class,
      Why.class,
      Waits.class,
      Births.class,
      Trace.class,
      Points.class,
      Coroutines.class,
      Annotate.class,
      Check.class,
      Diff.class,
      Export.class,
      Query.class,
      AutoComplete.GenerateCompletion.class,
    })
public final class Trama implements Runnable {
  @Spec CommandSpec spec;

  @Option(
      names = "--debug",
      description = "On an error, print the stack trace too.",
      scope = ScopeType.INHERIT)
  boolean debug;

  public static void main(String[] args) {
    System.exit(execute(args));
  }

  static int execute(String... args) {
    var trama = new Trama();
    CommandLine line = commandLine(trama);
    line.setExecutionExceptionHandler(
        (e, command, parsed) -> Errors.report(e, command, trama.debug));
    line.setParameterExceptionHandler(Errors::misused);
    try {
      return line.execute(args);
    } catch (OutOfMemoryError e) {
      return Errors.outOfMemory(line.getErr());
    }
  }

  /** All commands and options, also for manual pages and completions. */
  public static CommandLine commandLine() {
    return commandLine(new Trama());
  }

  private static CommandLine commandLine(Trama trama) {
    var line = new CommandLine(trama);
    line.setExpandAtFiles(false);
    line.getSubcommands().get("run").setStopAtPositional(true);
    line.getSubcommands().values().forEach(Trama::addHelp);
    return line;
  }

  private static void addHelp(CommandLine command) {
    CommandSpec spec = command.getCommandSpec();
    if (!spec.mixinStandardHelpOptions()) {
      spec.mixinStandardHelpOptions(true).versionProvider(new Version());
      spec.usageMessage().width(100);
    }
  }

  @Override
  public void run() {
    throw new CommandLine.ParameterException(spec.commandLine(), "no command given");
  }
}
