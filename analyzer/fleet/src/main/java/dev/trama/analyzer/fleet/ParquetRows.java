package dev.trama.analyzer.fleet;

import dev.trama.analyzer.export.sql.TableFiles;
import dev.trama.analyzer.export.table.RowSink;
import dev.trama.analyzer.export.table.Table;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.api.WriteSupport;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.hadoop.util.HadoopOutputFile;
import org.apache.parquet.io.OutputFile;

/**
 * Writes rows of many recordings to one file for each table, service and day. Rows go to the place
 * given by the last call of {@link #into}.
 */
final class ParquetRows implements RowSink, AutoCloseable {
  private static final long ROW_GROUP_BYTES = 32L << 20;

  private final String tables;
  private final String stage;
  private final String name;
  private final Configuration configuration;
  private final Map<Folder, ParquetWriter<Object[]>> writers = new HashMap<>();
  private final List<StagedFile> files = new ArrayList<>();
  private String service = "";
  private String day = "";

  private record Folder(Table table, String service, String day) {}

  /**
   * @param stage the place below {@code tables} where files are until they are moved
   * @param name name of all files of this writer, without extension
   */
  ParquetRows(String tables, String stage, String name, Configuration configuration) {
    this.tables = tables;
    this.stage = stage;
    this.name = name;
    this.configuration = configuration;
  }

  void into(String service, String day) {
    this.service = service;
    this.day = day;
  }

  @Override
  public void row(Table table, Object... values) {
    try {
      writer(new Folder(table, service, day)).write(values);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private ParquetWriter<Object[]> writer(Folder folder) throws IOException {
    ParquetWriter<Object[]> known = writers.get(folder);
    if (known != null) {
      return known;
    }
    String place = TableFiles.place(folder.table, folder.service, folder.day, name);
    var file = new StagedFile(stage + "/" + place, place);
    files.add(file);
    ParquetWriter<Object[]> writer =
        new Builder(
                HadoopOutputFile.fromPath(new Path(tables, file.staged()), configuration),
                folder.table)
            .withConf(configuration)
            .withCompressionCodec(CompressionCodecName.ZSTD)
            .withRowGroupSize(ROW_GROUP_BYTES)
            .build();
    writers.put(folder, writer);
    return writer;
  }

  /** What has been written; complete once this is closed. */
  List<StagedFile> files() {
    return List.copyOf(files);
  }

  @Override
  public void close() throws IOException {
    for (ParquetWriter<Object[]> writer : writers.values()) {
      writer.close();
    }
  }

  private static final class Builder extends ParquetWriter.Builder<Object[], Builder> {
    private final Table table;

    Builder(OutputFile file, Table table) {
      super(file);
      this.table = table;
    }

    @Override
    protected Builder self() {
      return this;
    }

    @Override
    @SuppressWarnings("deprecation") // abstract, so there is no other
    protected WriteSupport<Object[]> getWriteSupport(Configuration configuration) {
      return new ParquetSchemas.RowSupport(table);
    }
  }
}
