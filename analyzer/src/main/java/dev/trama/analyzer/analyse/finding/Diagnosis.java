package dev.trama.analyzer.analyse.finding;

import dev.trama.analyzer.analyse.tasks.Workload;
import dev.trama.analyzer.model.Recording;
import java.util.List;

/**
 * The results that need the whole recording in memory.
 *
 * @param findings the findings, worst first
 * @param workloads by entry method, the one with the most awaiting first
 * @param suspended what was suspended at its end
 */
public record Diagnosis(
    List<Finding> findings, List<Workload> workloads, List<SuspendedTasks> suspended) {
  public Diagnosis {
    findings = List.copyOf(findings);
    workloads = List.copyOf(workloads);
    suspended = List.copyOf(suspended);
  }

  public static Diagnosis of(Recording recording) {
    return new Diagnosis(
        Detectors.detect(new Evidence(recording)),
        Workload.of(recording),
        SuspendedTasks.of(recording));
  }
}
