package dev.trama.agent.weave;

import java.lang.instrument.ClassFileTransformer;
import java.lang.instrument.Instrumentation;
import java.lang.instrument.UnmodifiableClassException;
import java.security.ProtectionDomain;
import java.util.concurrent.locks.AbstractOwnableSynchronizer;
import net.bytebuddy.jar.asm.ClassReader;
import net.bytebuddy.jar.asm.ClassVisitor;
import net.bytebuddy.jar.asm.ClassWriter;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;

/**
 * Weaves a call into locks that says which thread takes and leaves them, for tests that ask what is
 * held during an await. Not woven otherwise, because it costs uncontended locks time.
 */
public final class LockWeaver implements ClassFileTransformer {
  private static final String TARGET = "java/util/concurrent/locks/AbstractOwnableSynchronizer";
  private static final int MAJOR_VERSION = 7;

  private LockWeaver() {}

  /**
   * Weaves it, until the JVM ends.
   *
   * @throws IllegalStateException if this JVM does not let it be woven
   */
  public static void weave(Instrumentation instrumentation) {
    instrumentation.addTransformer(new LockWeaver(), true);
    try {
      instrumentation.retransformClasses(AbstractOwnableSynchronizer.class);
    } catch (UnmodifiableClassException refused) {
      throw new IllegalStateException("the JVM does not allow weaving into locks", refused);
    }
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
    byte version = classFile[MAJOR_VERSION];
    byte[] readable = classFile.clone();
    readable[MAJOR_VERSION] = (byte) Math.min(version, Opcodes.V25);
    ClassReader reader = new ClassReader(readable);
    ClassWriter writer = new ClassWriter(reader, ClassWriter.COMPUTE_MAXS);
    reader.accept(new Weaving(writer), 0);
    byte[] result = writer.toByteArray();
    result[MAJOR_VERSION] = version;
    return result;
  }

  private static final class Weaving extends ClassVisitor {
    Weaving(ClassVisitor next) {
      super(Opcodes.ASM9, next);
    }

    @Override
    public MethodVisitor visitMethod(
        int access, String name, String descriptor, String signature, String[] exceptions) {
      MethodVisitor next = super.visitMethod(access, name, descriptor, signature, exceptions);
      return name.equals("setExclusiveOwnerThread") ? new Tapped(next) : next;
    }
  }

  private static final class Tapped extends MethodVisitor {
    Tapped(MethodVisitor next) {
      super(Opcodes.ASM9, next);
    }

    @Override
    public void visitCode() {
      super.visitCode();
      visitVarInsn(Opcodes.ALOAD, 0);
      visitVarInsn(Opcodes.ALOAD, 1);
      visitMethodInsn(
          Opcodes.INVOKESTATIC,
          "dev/trama/probe/HeldLocks",
          "owner",
          "(L" + TARGET + ";Ljava/lang/Thread;)V",
          false);
    }
  }
}
