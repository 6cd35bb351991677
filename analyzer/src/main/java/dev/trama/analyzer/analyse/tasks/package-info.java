/**
 * Tasks in groups, how their time divides up, and what bounds them. Begin reading at {@link
 * dev.trama.analyzer.analyse.tasks.TaskGroup}.
 */
package dev.trama.analyzer.analyse.tasks;
