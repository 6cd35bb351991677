package dev.trama.analyzer.read;

/** What was learned of the recorded JVM in passing, by several threads. */
final class Seen {
  private volatile String jdk = "";

  /** Of {@code OpenJDK 64-Bit Server VM (25.0.3+9-LTS) for ...} the part in parentheses. */
  void jvm(String version) {
    int open = version == null ? -1 : version.indexOf('(');
    int close = open < 0 ? -1 : version.indexOf(')', open);
    if (close > 0) {
      jdk = version.substring(open + 1, close);
    }
  }

  String jdk() {
    return jdk;
  }
}
