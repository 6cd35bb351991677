package dev.trama.analyzer.read.decode;

import dev.trama.analyzer.model.CodeMap;
import dev.trama.analyzer.model.CodeNames;
import dev.trama.analyzer.model.Frame;

/**
 * A frame as a line of text, the form of {@link StackTraceElement}: {@code
 * module/a.b.C.method(File.java:12)}, the module, file and line of which may be missing.
 */
public final class FrameText {
  private FrameText() {}

  public static Frame parse(String line, CodeMap code) {
    int open = line.indexOf('(');
    String where = (open < 0 ? line : line.substring(0, open)).strip();
    int module = where.lastIndexOf('/');
    // A hidden class has a slash in its own name: Handler$$Lambda/0x0000.
    if (module >= 0 && !where.startsWith("0x", module + 1)) {
      where = where.substring(module + 1);
    }
    int dot = where.lastIndexOf('.');
    String type = dot < 0 ? "unknown" : where.substring(0, dot);
    String method = where.substring(dot + 1);
    String[] site = open < 0 ? new String[] {""} : line.substring(open + 1).split("[:)]", 3);
    boolean hasFile = site[0].contains(".") && !site[0].contains(" ");
    return new Frame(
        type,
        method,
        hasFile ? site[0] : CodeNames.file(type),
        site.length > 1 && site[1].matches("\\d{1,9}") ? Integer.parseInt(site[1]) : 0,
        code.origin(type));
  }
}
