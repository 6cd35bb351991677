/**
 * The await tree: what the code would look like if Java had {@code await}. Begin reading at {@link
 * dev.trama.analyzer.analyse.tree.CallTree}.
 */
package dev.trama.analyzer.analyse.tree;
