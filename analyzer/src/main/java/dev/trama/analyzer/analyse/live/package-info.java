/** What goes on in a program at this moment, from what it has told in the last seconds. */
package dev.trama.analyzer.analyse.live;
