package dev.trama.analyzer.cli;

import dev.trama.analyzer.export.sql.SqlError;
import dev.trama.analyzer.read.file.UnreadableRecording;
import java.io.PrintWriter;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/**
 * Every error is one line on stderr and exit status 2; with {@code --debug} also the stack trace.
 */
final class Errors {
  private static final int FAILED = 2;

  private Errors() {}

  static int report(Exception error, CommandLine command, boolean debug) {
    var err = command.getErr();
    err.println("trama: " + oneLine(error));
    if (debug) {
      error.printStackTrace(err);
    }
    err.flush();
    return FAILED;
  }

  static int outOfMemory(PrintWriter err) {
    err.printf(
        "trama: the recording needs more than the %d MB of memory available;"
            + " give more with TRAMA_JAVA_OPTS=-Xmx4g%n",
        Runtime.getRuntime().maxMemory() >> 20);
    err.flush();
    return FAILED;
  }

  static int misused(ParameterException error, String[] args) {
    var err = error.getCommandLine().getErr();
    String name = error.getCommandLine().getCommandSpec().qualifiedName();
    err.println("trama: " + what(error) + suggestion(error) + "; see " + name + " --help");
    err.flush();
    return FAILED;
  }

  private static String what(ParameterException error) {
    if (error instanceof UnmatchedArgumentException unmatched) {
      String first = unmatched.getUnmatched().getFirst();
      boolean option = unmatched.isUnknownOption();
      boolean root = error.getCommandLine().getParent() == null;
      String kind = option ? "unknown option" : root ? "unknown command" : "unexpected argument";
      return kind + " '" + first + "'";
    }
    return firstLine(error.getMessage());
  }

  private static String suggestion(ParameterException error) {
    if (error instanceof UnmatchedArgumentException unmatched) {
      List<String> close = unmatched.getSuggestions();
      return close.isEmpty() ? "" : " (did you mean " + String.join(" or ", close) + "?)";
    }
    return "";
  }

  private static String oneLine(Exception error) {
    if (error instanceof UserError
        || error instanceof UnreadableRecording
        || error instanceof SqlError) {
      return error.getMessage();
    }
    String message = error.getMessage() == null ? "" : ": " + firstLine(error.getMessage());
    return error.getClass().getSimpleName() + message + " (--debug shows where)";
  }

  private static String firstLine(String message) {
    return message.lines().findFirst().orElse("");
  }
}
