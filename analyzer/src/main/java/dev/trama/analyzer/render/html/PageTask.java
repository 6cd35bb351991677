package dev.trama.analyzer.render.html;

/**
 * One task as the page needs it. Times are nanoseconds since the recording's start.
 *
 * @param family what its name has in common with others, ignoring digits
 * @param group number of its group
 * @param entryKnown whether {@code entry} is its entry method; otherwise it is its name's family
 * @param parent number of the task that started this one; -1 when another thread did, or unknown
 * @param parentName name of the thread that started it; empty when unknown
 * @param spawnFrame number of the frame that started it; -1 when unknown
 * @param spawned when it was started, before it first ran; the same as {@code start} when unknown
 * @param lastCarrier number of the carrier of the run after the last await; -1 when unknown
 */
record PageTask(
    long thread,
    String name,
    String family,
    int group,
    String entry,
    boolean entryKnown,
    long spawned,
    long start,
    long end,
    boolean startKnown,
    boolean endKnown,
    int parent,
    String parentName,
    int spawnFrame,
    int lastCarrier) {}
