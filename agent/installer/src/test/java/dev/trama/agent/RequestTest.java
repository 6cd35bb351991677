package dev.trama.agent;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RequestTest {
  @Test
  void options_areNoRequest() {
    assertThat(Request.isOne(null)).isFalse();
    assertThat(Request.isOne("")).isFalse();
    assertThat(Request.isOne("file=dump 12 x")).isFalse();
    assertThat(Request.isOne("dump 12 slow\nsince 14:05")).isTrue();
    assertThat(Request.isOne("rotate 12 ")).isTrue();
    assertThat(Request.isOne("look 12")).isTrue();
  }

  /** Two processes that ask at the same time must not read each other's answer. */
  @Test
  void eachProcess_hasAnAnswerOfItsOwn_untilManyOthersAsked() {
    IntStream.range(0, 17).forEach(process -> Request.answer("dump " + process + " x", null));
    assertThat(System.getProperty("dev.trama.answer.0")).isNull();
    assertThat(System.getProperty("dev.trama.answer.1")).isEqualTo("no the agent is not installed");
    assertThat(System.getProperty("dev.trama.answer.16")).startsWith("no ");
  }
}
