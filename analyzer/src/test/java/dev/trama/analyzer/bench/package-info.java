/** What the analyzer's speed is measured with; run by hand, never timed by a test. */
package dev.trama.analyzer.bench;
