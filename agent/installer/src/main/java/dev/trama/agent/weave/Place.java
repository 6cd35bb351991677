package dev.trama.agent.weave;

import java.util.Set;

/**
 * One method of {@code java.lang.VirtualThread} into which code is woven.
 *
 * @param tap the code
 * @param method name of the method
 * @param descriptor descriptor of the method
 * @param callee the method of the same class whose calls inside are tapped; empty when none
 * @param requires a field the class must have for the place to mean what we think; empty when none
 * @param excludes a field the class must not have, because another place serves such classes
 *     better; empty when none
 */
record Place(
    Tap tap, String method, String descriptor, String callee, String requires, String excludes) {

  static Place in(Tap tap, String method, String descriptor) {
    return new Place(tap, method, descriptor, "", "", "");
  }

  static Place on(String callee, Tap tap, String method, String descriptor) {
    return new Place(tap, method, descriptor, callee, "", "");
  }

  Place where(String field) {
    return new Place(tap, method, descriptor, callee, field, excludes);
  }

  Place whereNot(String field) {
    return new Place(tap, method, descriptor, callee, requires, field);
  }

  boolean fits(Set<String> fields) {
    return (requires.isEmpty() || fields.contains(requires)) && !fields.contains(excludes);
  }

  boolean isIn(String name, String itsDescriptor) {
    return method.equals(name) && descriptor.equals(itsDescriptor);
  }
}
