package dev.trama.analyzer.fleet;

import java.io.IOException;
import java.io.Serializable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.LocatedFileStatus;
import org.apache.hadoop.fs.RemoteIterator;

/**
 * The folder of all recordings, on any file system or object store that Hadoop knows.
 *
 * @param root as a URI
 */
record Recordings(String root) implements Serializable {

  List<RecordingFile> list(Configuration configuration) throws IOException {
    var folder = new org.apache.hadoop.fs.Path(root);
    FileSystem files = folder.getFileSystem(configuration);
    String prefix = files.makeQualified(folder).toUri().getPath().replaceFirst("/*$", "/");
    List<RecordingFile> found = new ArrayList<>();
    RemoteIterator<LocatedFileStatus> all = files.listFiles(folder, true);
    while (all.hasNext()) {
      LocatedFileStatus file = all.next();
      String path = file.getPath().toUri().getPath();
      if (path.endsWith(".jfr")) {
        found.add(
            RecordingFile.of(
                path.substring(prefix.length()), file.getLen(), file.getModificationTime()));
      }
    }
    found.sort(Comparator.comparing(RecordingFile::path));
    return found;
  }

  /** Uses a recording while it is on this machine. */
  interface Use<T> {
    T with(Path local) throws IOException;
  }

  /** Uses the file on this machine, copying it first if necessary. */
  <T> T use(RecordingFile file, Configuration configuration, Use<T> use) throws IOException {
    var remote = new org.apache.hadoop.fs.Path(root, file.path());
    FileSystem files = remote.getFileSystem(configuration);
    if (files.getScheme().equals("file")) {
      return use.with(Path.of(files.makeQualified(remote).toUri().getPath()));
    }
    Path copy = Files.createTempFile("trama-", ".jfr");
    try {
      files.copyToLocalFile(false, remote, new org.apache.hadoop.fs.Path(copy.toUri()), true);
      return use.with(copy);
    } finally {
      Files.deleteIfExists(copy);
    }
  }
}
