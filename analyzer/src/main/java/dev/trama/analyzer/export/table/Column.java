package dev.trama.analyzer.export.table;

/**
 * A column, as documented.
 *
 * @param name in snake case, with the unit at its end
 */
public record Column(String name, Type type, String description) {
  /** Types that every engine has under the same name. */
  public enum Type {
    VARCHAR("string"),
    BIGINT("bigint"),
    BOOLEAN("boolean");

    private final String spark;

    Type(String spark) {
      this.spark = spark;
    }

    /** Its name in Spark's schemas; in DuckDB it is the name of the constant. */
    public String spark() {
      return spark;
    }
  }

  static Column text(String name, String description) {
    return new Column(name, Type.VARCHAR, description);
  }

  static Column number(String name, String description) {
    return new Column(name, Type.BIGINT, description);
  }

  static Column flag(String name, String description) {
    return new Column(name, Type.BOOLEAN, description);
  }
}
