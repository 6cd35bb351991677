package dev.trama.analyzer.export.table;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/**
 * The run that a recording is of.
 *
 * @param id of its rows: the same whenever the same recording is read for the same instance
 * @param file where it is, as the user named it
 */
public record Run(
    String id,
    String service,
    String instance,
    String version,
    String file,
    long fileBytes,
    long modifiedMillis) {
  private static final Pattern SERVICE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]*");

  /** A service is a folder, on file systems and object stores alike. */
  public static boolean isService(String name) {
    return SERVICE.matcher(name).matches();
  }

  /**
   * @param files the files of one recording, as for {@link dev.trama.analyzer.read.RecordingReader}
   */
  public static Run of(
      List<Path> files, String service, String instance, String version, String named)
      throws IOException {
    MessageDigest digest = Hashes.digest();
    digest.update((service + "\n" + instance + "\n").getBytes(StandardCharsets.UTF_8));
    long bytes = 0;
    long modified = 0;
    for (Path file : files) {
      bytes += Files.size(file);
      modified = Math.max(modified, Files.getLastModifiedTime(file).toMillis());
      try (InputStream in = Files.newInputStream(file)) {
        byte[] buffer = new byte[1 << 16];
        for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
          digest.update(buffer, 0, read);
        }
      }
    }
    return new Run(Hashes.text(digest), service, instance, version, named, bytes, modified);
  }

  /** An id for content that is not a recording. */
  public static String idOf(String content) {
    return Hashes.of(content);
  }

  /** The day of an instant, which names a folder. */
  public static String day(long epochNanos) {
    long seconds = TimeUnit.NANOSECONDS.toSeconds(epochNanos);
    return Instant.ofEpochSecond(seconds).atZone(ZoneOffset.UTC).toLocalDate().toString();
  }
}
