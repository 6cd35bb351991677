package dev.trama.analyzer.cli;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Where jars for other JVMs are extracted to. Anybody who can write there can make a program run
 * their code, so it has to be a directory that only this user can write to.
 */
final class CacheDirectories {
  private static final Set<PosixFilePermission> OURS = PosixFilePermissions.fromString("rwxr-xr-x");

  private CacheDirectories() {}

  /** The directory that the user chose, or else the usual places of this system, best first. */
  static List<Path> candidates() {
    return candidates(
        System.getenv(),
        System.getProperty("os.name"),
        System.getProperty("user.home"),
        Path.of(System.getProperty("java.io.tmpdir"), "trama-" + System.getProperty("user.name")));
  }

  static List<Path> candidates(
      Map<String, String> environment, String system, String home, Path temporary) {
    Optional<Path> chosen = set(environment, "TRAMA_CACHE");
    if (chosen.isPresent()) {
      return List.of(chosen.get());
    }
    List<Path> places = new ArrayList<>();
    if (system.startsWith("Windows")) {
      set(environment, "LOCALAPPDATA").ifPresent(data -> places.add(data.resolve("trama")));
    } else if (system.startsWith("Mac")) {
      places.add(Path.of(home, "Library", "Caches", "trama"));
    } else {
      places.add(
          set(environment, "XDG_CACHE_HOME").orElse(Path.of(home, ".cache")).resolve("trama"));
    }
    places.add(temporary);
    return places.stream().filter(Path::isAbsolute).toList();
  }

  private static Optional<Path> set(Map<String, String> environment, String name) {
    return Optional.ofNullable(environment.get(name))
        .filter(value -> !value.isEmpty())
        .map(Path::of);
  }

  /** The directory, created if necessary, if no other user can write there. */
  static Path ours(Path directory) throws IOException {
    if (!hasPermissions(directory)) {
      return Files.createDirectories(directory); // within the user's profile, on Windows
    }
    if (Files.isSymbolicLink(directory)) {
      throw new IOException("it is a symbolic link");
    }
    Files.createDirectories(directory, PosixFilePermissions.asFileAttribute(OURS));
    if (!OURS.containsAll(Files.getPosixFilePermissions(directory))) {
      throw new IOException("others may write to it");
    }
    Path probe = Files.createTempFile(directory, "owner", ".new");
    try {
      if (!Files.getOwner(probe).equals(Files.getOwner(directory))) {
        throw new IOException("it belongs to " + Files.getOwner(directory));
      }
    } finally {
      Files.delete(probe);
    }
    return directory;
  }

  /** Root may attach to another user's program, which then has to read the file. */
  static void makeReadable(Path file) throws IOException {
    if (hasPermissions(file)) {
      Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
    }
  }

  private static boolean hasPermissions(Path path) {
    return path.getFileSystem().supportedFileAttributeViews().contains("posix");
  }

  /** In words: the message of most file exceptions is only the file's name. */
  static String reason(IOException e) {
    return switch (e) {
      case AccessDeniedException denied -> "not allowed to write there";
      case FileSystemException failed when failed.getReason() != null -> failed.getReason();
      default -> e.getMessage();
    };
  }
}
