package dev.trama.analyzer;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class CriticalPathTest {
  @Property(tries = 20_000)
  void everyPath_joinsWithoutGapOrOverlap(@ForAll long seed) {
    PathLaws.assertAll(RandomRecording.of(seed));
  }
}
