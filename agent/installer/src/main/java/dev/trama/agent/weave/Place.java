package dev.trama.agent.weave;

import java.util.Optional;
import java.util.function.Predicate;

/**
 * One place in {@code java.lang.VirtualThread} where code is woven in.
 *
 * @param method name of the method
 * @param descriptor descriptor of the method
 * @param requires a field the class must have for the place to mean what we think
 * @param excludes a field the class must not have, because another place serves such classes better
 * @param weaving what is woven there
 */
record Place(
    String method,
    String descriptor,
    Optional<String> requires,
    Optional<String> excludes,
    Weaving weaving) {

  /** What is woven into a place. */
  sealed interface Weaving {}

  /** Advice around the whole method. */
  record Around(Class<?> advice) implements Weaving {}

  /** A tap on each call of {@code callee} inside the method. */
  record Inside(Tap tap, String callee) implements Weaving {}

  static Place around(Class<?> advice, String method, String descriptor) {
    return new Place(method, descriptor, Optional.empty(), Optional.empty(), new Around(advice));
  }

  static Place tap(Tap tap, String method, String descriptor, String callee) {
    return new Place(
        method, descriptor, Optional.empty(), Optional.empty(), new Inside(tap, callee));
  }

  Place where(String field) {
    return new Place(method, descriptor, Optional.of(field), excludes, weaving);
  }

  Place whereNot(String field) {
    return new Place(method, descriptor, requires, Optional.of(field), weaving);
  }

  boolean fits(Predicate<String> hasField) {
    return requires.map(hasField::test).orElse(true) && !excludes.map(hasField::test).orElse(false);
  }
}
