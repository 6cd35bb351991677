/**
 * What can be said per stack alone: the coroutines, and the source lines that suspend. Begin
 * reading at {@link dev.trama.analyzer.analyse.stacks.StackFold}.
 */
package dev.trama.analyzer.analyse.stacks;
