/**
 * What ran on each carrier, and so what ran during an await. Begin reading at {@link
 * dev.trama.analyzer.analyse.carriers.CarrierTracks}.
 */
package dev.trama.analyzer.analyse.carriers;
