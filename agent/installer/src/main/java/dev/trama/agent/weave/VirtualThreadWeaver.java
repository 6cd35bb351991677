package dev.trama.agent.weave;

import java.lang.instrument.ClassFileTransformer;
import java.security.ProtectionDomain;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import net.bytebuddy.ByteBuddy;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.asm.AsmVisitorWrapper;
import net.bytebuddy.description.method.MethodDescription;
import net.bytebuddy.description.type.TypeDescription;
import net.bytebuddy.dynamic.ClassFileLocator;
import net.bytebuddy.dynamic.DynamicType;
import net.bytebuddy.dynamic.scaffold.TypeValidation;
import net.bytebuddy.matcher.ElementMatcher;
import net.bytebuddy.matcher.ElementMatchers;

/**
 * Weaves the hooks into the class file of {@code java.lang.VirtualThread}, whichever release it is
 * of. Any other class passes untouched.
 */
public final class VirtualThreadWeaver implements ClassFileTransformer {
  private static final String TARGET = "java/lang/VirtualThread";

  private final Class<?> virtualThread;
  private volatile Set<Hook> woven = EnumSet.noneOf(Hook.class);
  private volatile Throwable failure;

  /**
   * Makes a weaver; nothing is woven before it is registered and the class retransformed.
   *
   * @param virtualThread {@code java.lang.VirtualThread}
   */
  public VirtualThreadWeaver(Class<?> virtualThread) {
    this.virtualThread = virtualThread;
  }

  /** The hooks that found all they need in the class file woven last. */
  public Set<Hook> woven() {
    return woven;
  }

  /** Why weaving failed; null when it did not. */
  public Throwable failure() {
    return failure;
  }

  @Override
  public byte[] transform(
      Module module,
      ClassLoader loader,
      String name,
      Class<?> redefined,
      ProtectionDomain domain,
      byte[] classFile) {
    if (!TARGET.equals(name) || loader != null) {
      return null;
    }
    try {
      return weave(classFile);
    } catch (Throwable thrown) {
      failure = thrown;
      return null;
    }
  }

  /** Returns the class file with the hooks woven in that it has places for. */
  public byte[] weave(byte[] classFile) {
    TypeDescription type = TypeDescription.ForLoadedType.of(virtualThread);
    ClassFileLocator advices = ClassFileLocator.ForClassLoader.of(getClass().getClassLoader());
    Map<Hook, Set<CallTap>> taps = new EnumMap<>(Hook.class);
    Set<Hook> found = EnumSet.noneOf(Hook.class);
    DynamicType.Builder<?> builder =
        new ByteBuddy()
            .with(TypeValidation.DISABLED)
            .decorate(type, ClassFileLocator.Simple.of(type.getName(), classFile));
    for (Hook hook : Hook.values()) {
      for (Place place : hook.places()) {
        if (!place.fits(hasField(type)) || !declares(type, place)) {
          continue;
        }
        switch (place.weaving()) {
          case Place.Around around -> {
            builder = builder.visit(Advice.to(around.advice(), advices).on(method(place)));
            found.add(hook);
          }
          case Place.Inside inside -> {
            CallTap tap = new CallTap(inside);
            taps.computeIfAbsent(hook, key -> new HashSet<>()).add(tap);
            builder =
                builder.visit(
                    new AsmVisitorWrapper.ForDeclaredMethods().method(method(place), tap));
          }
        }
      }
    }
    try (DynamicType.Unloaded<?> made = builder.make()) {
      taps.forEach(
          (hook, its) -> {
            if (its.stream().anyMatch(CallTap::found)) {
              found.add(hook);
            } else {
              found.remove(hook);
            }
          });
      woven = found;
      return made.getBytes();
    }
  }

  private static Predicate<String> hasField(TypeDescription type) {
    return name -> !type.getDeclaredFields().filter(ElementMatchers.named(name)).isEmpty();
  }

  private static boolean declares(TypeDescription type, Place place) {
    return !type.getDeclaredMethods().filter(method(place)).isEmpty();
  }

  private static ElementMatcher.Junction<MethodDescription> method(Place place) {
    return ElementMatchers.<MethodDescription>named(place.method())
        .and(ElementMatchers.hasDescriptor(place.descriptor()));
  }
}
