/**
 * JSON for programs, the same content as the text. What it writes is a contract: {@code
 * docs/json.md}.
 */
package dev.trama.analyzer.render.json;
