package dev.trama.shop;

import dev.trama.junit.Awaits;
import dev.trama.junit.NoPinning;
import dev.trama.junit.Trama;
import org.junit.jupiter.api.Test;

/** Three tests whose outcome depends on whether awaits can be seen: run by {@link AgentIT}. */
class Claims {
  private final Shop shop = new Shop();

  @Test
  @Trama
  void right(Awaits awaits) {
    shop.takeOrder();
    awaits.of("queue take").exactly(1);
  }

  /** Holds when no await is seen. */
  @Test
  @Trama
  void wrong(Awaits awaits) {
    shop.takeOrder();
    awaits.none();
  }

  /** Holds without looking for awaits. */
  @Test
  @NoPinning
  void byAnnotationAlone() {
    Shop.run(Shop::nap);
  }
}
