package dev.trama.agent.weave;

import java.util.Set;
import net.bytebuddy.jar.asm.Label;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;

/** Copies one method and puts a tap where its place says; notes when it found where. */
final class TappedMethod extends MethodVisitor {
  private final String owner;
  private final Place place;
  private final Set<Place> found;
  private final Code code;

  TappedMethod(MethodVisitor next, String owner, Place place, Set<Place> found) {
    super(Opcodes.ASM9, next);
    this.owner = owner;
    this.place = place;
    this.found = found;
    this.code = new Code(next, owner);
  }

  @Override
  public void visitCode() {
    super.visitCode();
    place.tap().atEntry(code);
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
      place.tap().beforeCall(code);
    }
    super.visitMethodInsn(opcode, type, name, descriptor, isInterface);
    if (ours) {
      place.tap().afterCall(code);
    }
  }

  @Override
  public void visitInsn(int opcode) {
    if ((opcode >= Opcodes.IRETURN && opcode <= Opcodes.RETURN) || opcode == Opcodes.ATHROW) {
      place.tap().beforeExit(opcode, code);
    }
    super.visitInsn(opcode);
  }

  /**
   * What a tap keeps in a local variable is not there any more, for the verifier, behind a jump;
   * the boot loader's classes are not verified, so it would pass unseen.
   */
  @Override
  public void visitJumpInsn(int opcode, Label label) {
    if (place.tap().needsStraightLine()) {
      throw new IllegalStateException(place.method() + " has a jump in this release");
    }
    super.visitJumpInsn(opcode, label);
  }

  @Override
  public void visitMaxs(int maxStack, int maxLocals) {
    super.visitMaxs(maxStack + Code.STACK, Math.max(maxLocals, Code.LOCALS));
  }
}
