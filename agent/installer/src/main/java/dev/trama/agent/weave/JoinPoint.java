package dev.trama.agent.weave;

import java.util.Set;

/**
 * One method of {@code java.lang.VirtualThread} into which code is woven.
 *
 * @param advice the code
 * @param method name of the method
 * @param descriptor descriptor of the method
 * @param callee the method of the same class whose calls inside are advised; empty when none
 * @param requires a field that the class must have for the place to have the expected meaning;
 *     empty when none
 * @param excludes a field that the class must not have, because another place suits such classes
 *     better; empty when none
 */
record JoinPoint(
    Advice advice,
    String method,
    String descriptor,
    String callee,
    String requires,
    String excludes) {

  static JoinPoint in(Advice advice, String method, String descriptor) {
    return new JoinPoint(advice, method, descriptor, "", "", "");
  }

  static JoinPoint on(String callee, Advice advice, String method, String descriptor) {
    return new JoinPoint(advice, method, descriptor, callee, "", "");
  }

  JoinPoint where(String field) {
    return new JoinPoint(advice, method, descriptor, callee, field, excludes);
  }

  JoinPoint whereNot(String field) {
    return new JoinPoint(advice, method, descriptor, callee, requires, field);
  }

  boolean fits(Set<String> fields) {
    return (requires.isEmpty() || fields.contains(requires)) && !fields.contains(excludes);
  }

  boolean isIn(String name, String itsDescriptor) {
    return method.equals(name) && descriptor.equals(itsDescriptor);
  }
}
