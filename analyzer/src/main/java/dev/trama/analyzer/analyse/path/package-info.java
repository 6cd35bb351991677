/**
 * The critical path: why a task ended no earlier. Begin reading at {@link
 * dev.trama.analyzer.analyse.path.CriticalPath}.
 */
package dev.trama.analyzer.analyse.path;
