package dev.trama.agent.weave;

import java.io.IOException;
import java.lang.instrument.ClassFileTransformer;
import java.security.ProtectionDomain;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.ObjIntConsumer;
import net.bytebuddy.jar.asm.ClassReader;
import net.bytebuddy.jar.asm.ClassVisitor;
import net.bytebuddy.jar.asm.ClassWriter;
import net.bytebuddy.jar.asm.FieldVisitor;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;

/**
 * Weaves the hooks into the class file of {@code java.lang.VirtualThread}, whichever release it is
 * of. Any other class passes untouched.
 *
 * <p>Design note: uses the bytecode layer of Byte Buddy (its ASM) alone, which computes stack maps,
 * locals and limits. Byte Buddy's {@code redefine(...).visit(...)} gives the same bytes, but loads
 * 578 more classes and takes 0.2 s longer; see docs/rationale.md.
 */
public final class VirtualThreadWeaver implements ClassFileTransformer {
  private static final String TARGET = "java/lang/VirtualThread";
  private static final int MAJOR_VERSION = 7;

  private final ObjIntConsumer<String> states;
  private volatile Set<Hook> woven = EnumSet.noneOf(Hook.class);
  private volatile Throwable failure;

  /**
   * Makes a weaver; nothing is woven before it is registered and the class retransformed.
   *
   * @param states receives name and value of each int constant of the class before it is woven, the
   *     states among them
   */
  public VirtualThreadWeaver(ObjIntConsumer<String> states) {
    this.states = states;
  }

  /** The hooks that found their places in the class file woven last. */
  public Set<Hook> woven() {
    return EnumSet.copyOf(woven);
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

  /**
   * Weaves a copy of the class, so that everything that weaving needs is loaded before the class
   * itself is woven: threads have to wait for that.
   */
  public void rehearse() throws IOException {
    try (var classFile = Object.class.getResourceAsStream("VirtualThread.class")) {
      weave(classFile.readAllBytes());
    } catch (RuntimeException unweavable) {
      failure = unweavable;
    }
  }

  /**
   * Returns the class file with the hooks woven in for which it has places, and with nothing of the
   * others.
   *
   * <p>A class file newer than the library is read as the newest that it knows, and gets its
   * version back; the self-test finds out whether that was right.
   */
  public byte[] weave(byte[] classFile) {
    byte version = classFile[MAJOR_VERSION];
    byte[] readable = classFile.clone();
    readable[MAJOR_VERSION] = (byte) Math.min(version, Opcodes.V25);
    ClassReader reader = new ClassReader(readable);
    Map<String, Object> fields = fields(reader);
    tellStates(fields);
    byte[] result = weave(reader, fields.keySet());
    result[MAJOR_VERSION] = version;
    return result;
  }

  private byte[] weave(ClassReader reader, Set<String> fields) {
    Set<Hook> hooks = EnumSet.allOf(Hook.class);
    while (true) {
      Set<JoinPoint> found = new HashSet<>();
      ClassWriter writer = new ClassWriter(reader, ClassWriter.COMPUTE_FRAMES);
      reader.accept(
          new Weaving(writer, reader.getClassName(), fields, hooks, found),
          ClassReader.SKIP_FRAMES);
      if (!hooks.removeIf(hook -> hook.isTouchedBy(found) && !hook.isServedBy(found))) {
        hooks.removeIf(hook -> !hook.isServedBy(found));
        woven = hooks;
        return writer.toByteArray();
      }
    }
  }

  private static Map<String, Object> fields(ClassReader reader) {
    Map<String, Object> fields = new HashMap<>();
    ClassVisitor collector =
        new ClassVisitor(Opcodes.ASM9) {
          @Override
          public FieldVisitor visitField(
              int access, String name, String descriptor, String signature, Object value) {
            fields.put(name, value);
            return null;
          }
        };
    reader.accept(collector, ClassReader.SKIP_CODE | ClassReader.SKIP_DEBUG);
    return fields;
  }

  private void tellStates(Map<String, Object> fields) {
    fields.forEach(
        (name, value) -> {
          if (value instanceof Integer constant) {
            states.accept(name, constant);
          }
        });
  }

  /** Copies the class, with advice in the methods that are join points of hooks. */
  private static final class Weaving extends ClassVisitor {
    private final String type;
    private final Set<String> fields;
    private final Set<Hook> hooks;
    private final Set<JoinPoint> found;

    Weaving(
        ClassVisitor next, String type, Set<String> fields, Set<Hook> hooks, Set<JoinPoint> found) {
      super(Opcodes.ASM9, next);
      this.type = type;
      this.fields = fields;
      this.hooks = hooks;
      this.found = found;
    }

    @Override
    public MethodVisitor visitMethod(
        int access, String name, String descriptor, String signature, String[] exceptions) {
      MethodVisitor method = super.visitMethod(access, name, descriptor, signature, exceptions);
      for (Hook hook : hooks) {
        for (JoinPoint place : hook.places()) {
          if (place.isIn(name, descriptor) && place.fits(fields)) {
            method = new AdvisedMethod(method, type, place, found);
          }
        }
      }
      return method;
    }
  }
}
