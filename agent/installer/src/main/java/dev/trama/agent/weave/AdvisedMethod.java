package dev.trama.agent.weave;

import java.util.Set;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;

/** Copies one method and puts advice where its join point says; notes when it found where. */
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

  /** What advice keeps is there in all of the method: each frame of the stack map says so. */
  @Override
  public void visitFrame(int type, int localCount, Object[] local, int stackCount, Object[] stack) {
    Object[] extended = new Object[Code.LOCALS];
    int slots = 0;
    int count = 0;
    for (; count < localCount; count++) {
      extended[count] = local[count];
      slots += Opcodes.LONG.equals(local[count]) || Opcodes.DOUBLE.equals(local[count]) ? 2 : 1;
    }
    if (slots <= Code.LOCAL && place.advice().keeps()) {
      for (; slots < Code.LOCAL; slots++) {
        extended[count++] = Opcodes.TOP;
      }
      extended[count++] = "java/lang/Object";
      super.visitFrame(type, count, extended, stackCount, stack);
    } else {
      super.visitFrame(type, localCount, local, stackCount, stack);
    }
  }

  @Override
  public void visitMaxs(int maxStack, int maxLocals) {
    super.visitMaxs(maxStack + Code.STACK, Math.max(maxLocals, Code.LOCALS));
  }
}
