package dev.trama.probe.stack;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.ToLongFunction;
import jdk.internal.misc.Unsafe;

/**
 * What the JVM says of its own data structures: the tables {@code gHotSpotVMStructs} and {@code
 * gHotSpotVMTypes}, which it exports for the serviceability agent. Offsets and sizes are in bytes.
 */
public final class JvmTables {
  private static final Unsafe UNSAFE = Unsafe.getUnsafe();
  private static final int MAX_NAME_LENGTH = 256;

  private final ToLongFunction<String> symbols;
  private final Map<String, Long> fields = new HashMap<>();
  private final Map<String, Long> sizes = new HashMap<>();

  /**
   * Reads the tables.
   *
   * @param symbols finds the address of a symbol of the JVM's library; 0 when it has none
   * @param types the types to read the fields and sizes of
   * @throws LayoutUnknownException when the JVM has no tables
   */
  public JvmTables(ToLongFunction<String> symbols, Set<String> types) {
    this.symbols = symbols;
    readFields(types);
    readSizes(types);
  }

  private void readFields(Set<String> types) {
    long entry = variable("gHotSpotVMStructs");
    long stride = variable("gHotSpotVMStructEntryArrayStride");
    long typeName = variable("gHotSpotVMStructEntryTypeNameOffset");
    long fieldName = variable("gHotSpotVMStructEntryFieldNameOffset");
    long isStatic = variable("gHotSpotVMStructEntryIsStaticOffset");
    long offset = variable("gHotSpotVMStructEntryOffsetOffset");
    long address = variable("gHotSpotVMStructEntryAddressOffset");
    long lastName = 0;
    String type = "";
    for (; UNSAFE.getLong(entry + typeName) != 0; entry += stride) {
      long name = UNSAFE.getLong(entry + typeName);
      if (name != lastName) { // fields of one type are adjacent and share its name
        lastName = name;
        type = text(name);
      }
      if (types.contains(type)) {
        boolean fixed = UNSAFE.getInt(entry + isStatic) != 0;
        String field = type + '.' + text(UNSAFE.getLong(entry + fieldName));
        fields.put(field, UNSAFE.getLong(entry + (fixed ? address : offset)));
      }
    }
  }

  private void readSizes(Set<String> types) {
    long entry = variable("gHotSpotVMTypes");
    long stride = variable("gHotSpotVMTypeEntryArrayStride");
    long typeName = variable("gHotSpotVMTypeEntryTypeNameOffset");
    long size = variable("gHotSpotVMTypeEntrySizeOffset");
    for (; UNSAFE.getLong(entry + typeName) != 0; entry += stride) {
      String type = text(UNSAFE.getLong(entry + typeName));
      if (types.contains(type)) {
        sizes.put(type, UNSAFE.getLong(entry + size));
      }
    }
  }

  private long variable(String symbol) {
    long address = symbols.applyAsLong(symbol);
    if (address == 0) {
      throw new LayoutUnknownException("the JVM does not export " + symbol);
    }
    return UNSAFE.getLong(address);
  }

  private static String text(long address) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < MAX_NAME_LENGTH; i++) {
      byte character = UNSAFE.getByte(address + i);
      if (character == 0) {
        break;
      }
      text.append((char) character);
    }
    return text.toString();
  }

  /**
   * Returns the offset of a field in bytes, or the address of a static one.
   *
   * @param field as {@code Type.field}
   * @throws LayoutUnknownException when this JVM has none of that name
   */
  long field(String field) {
    Long place = fields.get(field);
    if (place == null) {
      throw new LayoutUnknownException("the JVM's tables lack " + field);
    }
    return place;
  }

  /** Returns the size of a type in bytes. */
  long size(String type) {
    Long size = sizes.get(type);
    if (size == null) {
      throw new LayoutUnknownException("the JVM's tables lack " + type);
    }
    return size;
  }
}
