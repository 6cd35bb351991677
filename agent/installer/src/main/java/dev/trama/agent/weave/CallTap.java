package dev.trama.agent.weave;

import net.bytebuddy.asm.AsmVisitorWrapper;
import net.bytebuddy.description.method.MethodDescription;
import net.bytebuddy.description.type.TypeDescription;
import net.bytebuddy.implementation.Implementation;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.pool.TypePool;
import net.bytebuddy.utility.OpenedClassReader;

/** Puts a {@link Tap} on each call of one of the class's own methods, and counts where it did. */
final class CallTap implements AsmVisitorWrapper.ForDeclaredMethods.MethodVisitorWrapper {
  private final Tap tap;
  private final String callee;
  private int tapped;

  CallTap(Place.Inside inside) {
    this.tap = inside.tap();
    this.callee = inside.callee();
  }

  boolean found() {
    return tapped > 0;
  }

  @Override
  public MethodVisitor wrap(
      TypeDescription type,
      MethodDescription method,
      MethodVisitor next,
      Implementation.Context context,
      TypePool types,
      int writerFlags,
      int readerFlags) {
    return new MethodVisitor(OpenedClassReader.ASM_API, next) {
      @Override
      public void visitMethodInsn(
          int opcode, String owner, String name, String descriptor, boolean isInterface) {
        boolean ours = name.equals(callee) && owner.equals(type.getInternalName());
        if (ours) {
          tapped++;
          tap.before(mv);
        }
        super.visitMethodInsn(opcode, owner, name, descriptor, isInterface);
        if (ours) {
          tap.after(mv);
        }
      }

      @Override
      public void visitMaxs(int maxStack, int maxLocals) {
        super.visitMaxs(maxStack + Tap.STACK, Math.max(maxLocals, Tap.LOCAL + 1));
      }
    };
  }
}
