package dev.trama.analyzer.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** {@code trama agent}. */
@Command(
    name = "agent",
    description = "Print the path of the agent jar, for java -javaagent:$(trama agent)=file=F.")
final class Agent implements Callable<Integer> {
  @Override
  public Integer call() {
    System.out.println(Home.find().agentJar());
    return 0;
  }
}
