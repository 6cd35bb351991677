package dev.trama.analyzer.cli;

import picocli.CommandLine.IVersionProvider;

/** The version of this build and of the Java it runs on. */
final class Version implements IVersionProvider {
  @Override
  public String[] getVersion() {
    String built = Trama.class.getPackage().getImplementationVersion();
    return new String[] {
      "trama " + (built == null ? "(not packaged)" : built),
      "Java " + Runtime.version() + " at " + System.getProperty("java.home")
    };
  }
}
