/** Tasks, followed through a recording that is read in windows. */
package dev.trama.analyzer.export.task;
