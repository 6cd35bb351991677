package dev.trama.analyzer.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * A jar inside of {@code trama.jar}, for another JVM, which needs it as a file. The file is named
 * after a hash of its content, so that versions do not mix, and is there whole or not at all,
 * however many processes write it at once.
 */
final class CarriedJar {
  private static final String FOLDER = "/dev/trama/carried/";

  private final String name;
  private final byte[] content;

  CarriedJar(String name, byte[] content) {
    this.name = name;
    this.content = content;
  }

  static Optional<CarriedJar> named(String name) {
    try (InputStream in = CarriedJar.class.getResourceAsStream(FOLDER + name)) {
      return in == null ? Optional.empty() : Optional.of(new CarriedJar(name, in.readAllBytes()));
    } catch (IOException e) {
      throw new UserError("trama.jar is damaged: " + e.getMessage() + "; download it again");
    }
  }

  /** The file with this content, in the first directory where it can be written. */
  Path extracted() {
    return extractedTo(CacheDirectories.candidates());
  }

  Path extractedTo(List<Path> directories) {
    String reasons = "";
    for (Path directory : directories) {
      try {
        return in(CacheDirectories.ours(directory));
      } catch (IOException e) {
        reasons += "; " + directory + ": " + CacheDirectories.reason(e);
      }
    }
    throw new UserError(
        "no place to extract "
            + name
            + " to; set TRAMA_CACHE to a directory of yours"
            + reasons.replaceFirst(";", " (")
            + ")");
  }

  private Path in(Path directory) throws IOException {
    Path file = directory.resolve(fileName());
    // An existing file is used only if it has the content that we would write.
    if (Files.isRegularFile(file) && Arrays.equals(Files.readAllBytes(file), content)) {
      return file;
    }
    Path whole = Files.createTempFile(directory, name, ".new");
    try {
      Files.write(whole, content);
      CacheDirectories.makeReadable(whole);
      Files.move(whole, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(whole);
    }
    return file;
  }

  private String fileName() {
    try {
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(content);
      String version = HexFormat.of().formatHex(hash, 0, 8);
      return name.replaceFirst("\\.jar$", "-" + version + ".jar");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
