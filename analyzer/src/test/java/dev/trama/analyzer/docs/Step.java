package dev.trama.analyzer.docs;

import java.util.List;

/**
 * A command as a page has it, and what the page shows of its output.
 *
 * @param line where the command stands, from 1
 * @param shownAt index of the first line of {@code shown} among the page's lines
 */
record Step(int line, String command, int shownAt, List<String> shown) {}
