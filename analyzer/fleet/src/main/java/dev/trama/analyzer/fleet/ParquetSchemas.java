package dev.trama.analyzer.fleet;

import dev.trama.analyzer.export.table.Column;
import dev.trama.analyzer.export.table.Table;
import java.util.HashMap;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.hadoop.api.WriteSupport;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.io.api.RecordConsumer;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.apache.parquet.schema.Types;

/** The tables as Parquet schemas. */
final class ParquetSchemas {
  private ParquetSchemas() {}

  static MessageType schema(Table table) {
    Types.MessageTypeBuilder schema = Types.buildMessage();
    for (Column column : table.columns()) {
      switch (column.type()) {
        case VARCHAR ->
            schema
                .required(PrimitiveTypeName.BINARY)
                .as(LogicalTypeAnnotation.stringType())
                .named(column.name());
        case BIGINT -> schema.required(PrimitiveTypeName.INT64).named(column.name());
        case BOOLEAN -> schema.required(PrimitiveTypeName.BOOLEAN).named(column.name());
      }
    }
    return schema.named(table.sqlName());
  }

  /** Writes a row's values one after the other. */
  static final class RowSupport extends WriteSupport<Object[]> {
    private final Table table;
    private RecordConsumer consumer;

    RowSupport(Table table) {
      this.table = table;
    }

    @Override
    @SuppressWarnings("deprecation") // abstract, so there is no other
    public WriteContext init(Configuration configuration) {
      return new WriteContext(schema(table), new HashMap<>());
    }

    @Override
    public void prepareForWrite(RecordConsumer consumer) {
      this.consumer = consumer;
    }

    @Override
    public void write(Object[] row) {
      List<Column> columns = table.columns();
      consumer.startMessage();
      for (int i = 0; i < row.length; i++) {
        String name = columns.get(i).name();
        consumer.startField(name, i);
        switch (row[i]) {
          case Long number -> consumer.addLong(number);
          case String text -> consumer.addBinary(Binary.fromString(text));
          case Boolean flag -> consumer.addBoolean(flag);
          default -> throw new IllegalArgumentException("no column can hold " + row[i]);
        }
        consumer.endField(name, i);
      }
      consumer.endMessage();
    }
  }
}
