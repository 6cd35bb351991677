/** What a program does at this moment, from its events of the last seconds. */
package dev.trama.analyzer.analyse.live;
