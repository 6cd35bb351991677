/**
 * The command line: one class per command. Each reads, analyses and renders through the packages of
 * those names, and decides nothing itself. Begin reading at {@link dev.trama.analyzer.cli.Trama}.
 */
package dev.trama.analyzer.cli;
