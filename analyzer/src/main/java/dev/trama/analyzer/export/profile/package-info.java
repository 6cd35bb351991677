/** Awaits summed by stack, for tools that show profiles. Begin reading at {@link SampleFold}. */
package dev.trama.analyzer.export.profile;
