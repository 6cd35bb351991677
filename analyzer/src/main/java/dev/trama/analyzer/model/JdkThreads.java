package dev.trama.analyzer.model;

import java.util.regex.Pattern;

/** The JDK's own virtual threads, which suspend all the time and are shown only on request. */
public final class JdkThreads {
  /** {@code Read-Poller}, {@code SubPoller-3}, {@code Write-SubPoller-0}: the socket pollers. */
  private static final Pattern INTERNAL = Pattern.compile("(\\w+-)?(Sub|Master)?Poller(-\\d+)?");

  private JdkThreads() {}

  public static boolean isInternal(String name) {
    return name.contains("Poller") && INTERNAL.matcher(name).matches();
  }
}
