/** Tasks, followed through a recording that comes in windows. */
package dev.trama.analyzer.export.task;
