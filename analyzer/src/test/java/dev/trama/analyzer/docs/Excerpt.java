package dev.trama.analyzer.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A block marked {@code console} of a page: a {@code $ trama} command, and lines of what it prints.
 */
record Excerpt(List<String> arguments, List<String> lines) {
  private static final Pattern BLOCK =
      Pattern.compile("^```console\\n(.*?)^```", Pattern.DOTALL | Pattern.MULTILINE);
  private static final Pattern WORD = Pattern.compile("'([^']*)'|(\\S+)");
  private static final Pattern COMMAND = Pattern.compile("\\$ (?:analyzer/bin/)?trama (.*)");

  static List<Excerpt> allIn(Path page) throws IOException {
    List<Excerpt> excerpts = new ArrayList<>();
    Matcher block = BLOCK.matcher(Files.readString(page));
    while (block.find()) {
      List<String> lines = block.group(1).lines().toList();
      Matcher command = COMMAND.matcher(lines.getFirst());
      assertThat(command.matches()).as("a trama command: %s", lines.getFirst()).isTrue();
      excerpts.add(new Excerpt(words(command.group(1)), lines.subList(1, lines.size())));
    }
    return excerpts;
  }

  private static List<String> words(String command) {
    return WORD.matcher(command)
        .results()
        .map(word -> word.group(1) == null ? word.group(2) : word.group(1))
        .toList();
  }
}
