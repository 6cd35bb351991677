/** Fetch, parse, write: a crawler and the small site it crawls. */
package dev.trama.samples.crawler;
