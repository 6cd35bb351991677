package dev.trama.agent.weave;

import java.util.Set;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;

/** Copies one method and puts advice at its join point; notes whether it found the join point. */
final class AdvisedMethod extends MethodVisitor {
  private final String owner;
  private final JoinPoint place;
  private final Set<JoinPoint> found;
  private final Code code;

  AdvisedMethod(MethodVisitor next, String owner, JoinPoint place, Set<JoinPoint> found) {
    super(Opcodes.ASM9, next);
    this.owner = owner;
    this.place = place;
    this.found = found;
    this.code = new Code(next, owner);
  }

  @Override
  public void visitCode() {
    super.visitCode();
    place.advice().atEntry(code);
    if (place.callee().isEmpty()) {
      found.add(place);
    }
  }

  @Override
  public void visitMethodInsn(
      int opcode, String type, String name, String descriptor, boolean isInterface) {
    boolean ours = name.equals(place.callee()) && type.equals(owner);
    if (ours) {
      found.add(place);
      place.advice().beforeCall(code);
    }
    super.visitMethodInsn(opcode, type, name, descriptor, isInterface);
    if (ours) {
      place.advice().afterCall(code);
    }
  }

  @Override
  public void visitInsn(int opcode) {
    if ((opcode >= Opcodes.IRETURN && opcode <= Opcodes.RETURN) || opcode == Opcodes.ATHROW) {
      place.advice().beforeExit(opcode, code);
    }
    super.visitInsn(opcode);
  }

  /** The writer computes the limits; those given are of the original method. */
  @Override
  public void visitMaxs(int maxStack, int maxLocals) {
    if (maxLocals > Code.LOCAL) {
      throw new IllegalStateException(
          place.method() + " has " + maxLocals + " locals, and advice needs that of " + Code.LOCAL);
    }
    super.visitMaxs(maxStack, maxLocals);
  }
}
