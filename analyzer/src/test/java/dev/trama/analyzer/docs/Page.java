package dev.trama.analyzer.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trama.analyzer.cli.ChildProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A page of the documentation, and the commands on it: in fenced blocks and in the text. */
record Page(Path file, List<String> lines) {
  private static final String FENCE = "```";
  private static final Set<String> LANGUAGES_WITHOUT_COMMANDS =
      Set.of(
          "java",
          "python",
          "javascript",
          "groovy",
          "csharp",
          "json",
          "sql",
          "xml",
          "html",
          "yaml",
          "dockerfile");

  /**
   * {@code `trama summary app.jfr`}, but not the mere name of a command, {@code `trama summary`}.
   */
  private static final Pattern IN_TEXT =
      Pattern.compile(
          "`((?:(?:analyzer/bin/)?trama (?:[a-z]+|-\\S+) +|(?:mvn|java|jcmd|jwebserver) +)[^`]+"
              + "|[a-z/]+\\.sh\\b[^`]*)`");

  static List<Page> all() throws IOException {
    Path project = ChildProcess.PROJECT;
    try (Stream<Path> samples = Files.walk(project.resolve("sample-apps"));
        Stream<Path> docs = Files.walk(project.resolve("docs"))) {
      List<Page> pages = new ArrayList<>();
      for (Path file :
          Stream.of(Stream.of(project.resolve("README.md")), samples, docs)
              .flatMap(files -> files)
              .filter(page -> page.toString().endsWith(".md"))
              .filter(page -> !project.relativize(page).toString().contains("target/"))
              .sorted()
              .toList()) {
        pages.add(new Page(project.relativize(file), Files.readAllLines(file)));
      }
      return pages;
    }
  }

  List<Step> steps() {
    List<Step> steps = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      if (lines.get(i).startsWith(FENCE)) {
        int end = endOfBlock(i);
        addBlock(steps, lines.get(i).substring(FENCE.length()), i + 1, end);
        i = end;
      } else {
        Matcher command = IN_TEXT.matcher(lines.get(i));
        while (command.find()) {
          steps.add(new Step(i + 1, command.group(1), i + 1, List.of()));
        }
      }
    }
    return steps;
  }

  private void addBlock(List<Step> steps, String language, int from, int to) {
    switch (language) {
      case "sh", "bash" -> addScript(steps, from, to);
      case "console" -> addSession(steps, from, to);
      case "text", "" -> {
        if (lines.subList(from, to).stream().anyMatch(Page::isPrompt)) {
          addSession(steps, from, to);
        }
      }
      default -> assertThat(LANGUAGES_WITHOUT_COMMANDS).as("%s:%d", file, from).contains(language);
    }
  }

  /** One command a line; a block of text that follows shows what the last of them prints. */
  private void addScript(List<Step> steps, int from, int to) {
    int last = -1;
    for (int i = from; i < to; i++) {
      if (!command(i).isEmpty()) {
        last = i;
      }
    }
    for (int i = from; i < to; i++) {
      int shown = i == last ? followingText(to + 1) : -1;
      if (!command(i).isEmpty()) {
        steps.add(
            shown < 0
                ? new Step(i + 1, command(i), i + 1, List.of())
                : new Step(i + 1, command(i), shown, lines.subList(shown, endOfBlock(shown - 1))));
      }
    }
  }

  private String command(int line) {
    return lines.get(line).replaceFirst("(^| +)#.*", "").strip();
  }

  /** The first line within a block of text that begins after the end of another, or -1. */
  private int followingText(int from) {
    int i = from;
    while (i < lines.size() && lines.get(i).isBlank()) {
      i++;
    }
    return i < lines.size() && lines.get(i).equals(FENCE + "text") ? i + 1 : -1;
  }

  /** Commands after a prompt, each with what it prints. */
  private void addSession(List<Step> steps, int from, int to) {
    assertThat(isPrompt(lines.get(from))).as("a prompt at %s:%d", file, from + 1).isTrue();
    int start = from;
    for (int i = from + 1; i <= to; i++) {
      if (i == to || isPrompt(lines.get(i))) {
        String command = lines.get(start).substring(2);
        steps.add(new Step(start + 1, command, start + 1, lines.subList(start + 1, i)));
        start = i;
      }
    }
  }

  private static boolean isPrompt(String line) {
    return line.startsWith("$ ");
  }

  private int endOfBlock(int start) {
    int end = start + 1;
    while (!lines.get(end).startsWith(FENCE)) {
      end++;
    }
    return end;
  }

  @Override
  public String toString() {
    return file.toString();
  }
}
