package dev.trama.analyzer.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class LongMapTest {
  @Property(tries = 200)
  void isLikeTheJdks(@ForAll long seed) {
    var random = new Random(seed);
    var map = new LongMap<String>();
    Map<Long, String> like = new HashMap<>();
    for (int i = 0; i < 1_000; i++) {
      long key = random.nextBoolean() ? random.nextInt(100) : random.nextLong();
      if (random.nextBoolean()) {
        map.put(key, "put " + i);
        like.put(key, "put " + i);
      } else {
        String made = "made " + i;
        assertThat(map.computeIfAbsent(key, k -> made))
            .isEqualTo(like.computeIfAbsent(key, k -> made));
      }
    }
    assertThat(map.size()).isEqualTo(like.size());
    assertThat(map.values()).containsExactlyInAnyOrderElementsOf(like.values());
    like.forEach((key, value) -> assertThat(map.get(key)).isEqualTo(value));
    assertThat(map.getOrDefault(-1, "none")).isEqualTo(like.getOrDefault(-1L, "none"));
  }
}
