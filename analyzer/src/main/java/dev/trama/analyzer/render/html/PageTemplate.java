package dev.trama.analyzer.render.html;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Puts styles, scripts and data into {@code report.html}, and a policy that lets the browser run
 * only these and request nothing, except from the server of a served page.
 */
final class PageTemplate {
  private static final String POLICY_PLACE = "<!-- policy -->";
  private static final Pattern STYLE_PLACE =
      Pattern.compile("<link rel=\"stylesheet\" href=\"([\\w/]+\\.css)\">\n?");
  private static final String SCRIPT_PLACE = "<script type=\"module\" src=\"js/main.js\"></script>";
  private static final String DATA_OPEN = "<script type=\"application/octet-stream\" id=\"data\">";
  private static final String DATA_CLOSE = "</script>";

  private PageTemplate() {}

  static void write(String data, Appendable out) throws IOException {
    write(data, "", "", out);
  }

  /** Writes a page that may ask its server, and knows its own number. */
  static void writeServed(String data, long number, Appendable out) throws IOException {
    String meta = "\n<meta name=\"trama-served\" content=\"" + number + "\">";
    write(data, "; connect-src 'self'", meta, out);
  }

  private static void write(String data, String furtherPolicy, String meta, Appendable out)
      throws IOException {
    String template = resource("report.html");
    String style =
        STYLE_PLACE
            .matcher(template)
            .results()
            .map(link -> resource(link.group(1)))
            .collect(Collectors.joining());
    String script = new ModuleBundle(name -> resource("js/" + name + ".js")).bundle("main");
    String page = replace(template, POLICY_PLACE, policy(script, style, furtherPolicy) + meta);
    page =
        replace(
            page,
            "<link rel=\"stylesheet\"",
            "<style>" + style + "</style>\n<link rel=\"stylesheet\"");
    page = STYLE_PLACE.matcher(page).replaceAll("");
    page = replace(page, SCRIPT_PLACE, "<script type=\"module\">" + script + "</script>");
    int from = place(page, DATA_OPEN) + DATA_OPEN.length();
    out.append(page, 0, from).append(data);
    out.append(page, page.indexOf(DATA_CLOSE, from), page.length());
  }

  private static String policy(String script, String style, String further) {
    return """
    <meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src '%s'; \
    style-src '%s'; img-src data:; base-uri 'none'; form-action 'none'%s">\
    """
        .formatted(hash(script), hash(style), further);
  }

  private static String replace(String page, String what, String by) {
    int at = place(page, what);
    return page.substring(0, at) + by + page.substring(at + what.length());
  }

  private static int place(String page, String what) {
    int at = page.indexOf(what);
    if (at < 0) {
      throw new IllegalStateException("report.html has no " + what);
    }
    return at;
  }

  private static String hash(String text) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return "sha256-" + Base64.getEncoder().encodeToString(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Reads a file beside this class. */
  static String resource(String name) {
    try (InputStream in = PageTemplate.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("not in the jar: " + name);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
