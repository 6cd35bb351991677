/**
 * Suspension points: awaits grouped by kind and application frame, over all tasks. Begin reading at
 * {@link dev.trama.analyzer.analyse.points.Point}.
 */
package dev.trama.analyzer.analyse.points;
