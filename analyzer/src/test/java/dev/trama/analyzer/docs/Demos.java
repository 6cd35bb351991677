package dev.trama.analyzer.docs;

import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;
import static org.assertj.core.api.Assertions.assertThat;

import dev.trama.analyzer.AgentRun;
import dev.trama.analyzer.cli.ChildProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** {@code trama demo}: each sample is run once, with what it left and said kept for all pages. */
final class Demos {
  static final String LAUNCHER = ChildProcess.PROJECT.resolve("analyzer/bin/trama").toString();

  private static final Pattern OUT = Pattern.compile(" --out (\\S+)");
  private static final Map<String, Demos> RUN = new ConcurrentHashMap<>();
  private static final Map<String, Object> LOCKS = new ConcurrentHashMap<>();

  private final Path directory;
  private final String printed;

  private static Path recordingOfProgram;

  private Demos(Path directory, String printed) {
    this.directory = directory;
    this.printed = printed;
  }

  static Path recording(String sample) throws Exception {
    return run(" " + sample).directory.resolve("demo.jfr");
  }

  /** A recording of a program that is no sample, for pages that need some recording. */
  static synchronized Path ofProgram(Class<?> program) throws Exception {
    if (recordingOfProgram == null) {
      recordingOfProgram = AgentRun.record(directory(program.getSimpleName()), program);
    }
    return recordingOfProgram;
  }

  /**
   * What {@code trama demo} with these arguments prints in a directory, where it leaves its files.
   *
   * @param arguments with a space before each
   */
  static String in(Path workingDirectory, String arguments) throws Exception {
    Matcher option = OUT.matcher(arguments);
    String out = option.find() ? option.group(1) : ".";
    Demos demo = run(option.replaceAll(""));
    Path target = Files.createDirectories(workingDirectory.resolve(out));
    for (String file : List.of("demo.jfr", "demo.html")) {
      Files.copy(demo.directory.resolve(file), target.resolve(file), REPLACE_EXISTING);
    }
    return demo.printed.replace(demo.directory.toString(), out);
  }

  private static Demos run(String arguments) throws Exception {
    String key = arguments.isBlank() ? " chess" : arguments;
    synchronized (LOCKS.computeIfAbsent(key, any -> new Object())) {
      Demos demo = RUN.get(key);
      if (demo == null) {
        Path directory = directory(key.strip().replaceAll("\\W+", "-"));
        List<String> command = new ArrayList<>(List.of(LAUNCHER, "demo", "--out"));
        command.add(directory.toString());
        command.addAll(List.of(key.strip().split(" +")));
        ChildProcess trama = ChildProcess.run(directory, environment(), command);
        assertThat(trama.status()).as(trama.err()).isZero();
        demo = new Demos(directory, trama.out());
        RUN.put(key, demo);
      }
      return demo;
    }
  }

  private static Path directory(String name) throws IOException {
    return Files.createDirectories(Path.of("target/demos", name).toAbsolutePath());
  }

  static Map<String, String> environment() throws IOException {
    String java = System.getProperty("java.home");
    String launcher = Path.of(LAUNCHER).getParent().toString();
    String path = String.join(":", launcher, java + "/bin", System.getenv("PATH"));
    return Map.of("PATH", path, "TRAMA_JAVA", java);
  }
}
