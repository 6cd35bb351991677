package dev.trama.agent.weave;

import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;

/** The few instructions that advice is made of, written into an instance method. */
final class Code {
  /**
   * A local variable above all of the advised methods' own; the largest of them has nine (JDK 25).
   */
  static final int LOCAL = 24;

  private final MethodVisitor method;
  private final String owner;

  Code(MethodVisitor method, String owner) {
    this.method = method;
    this.owner = owner;
  }

  Code thisThread() {
    method.visitVarInsn(Opcodes.ALOAD, 0);
    return this;
  }

  Code field(String name, String descriptor) {
    method.visitVarInsn(Opcodes.ALOAD, 0);
    method.visitFieldInsn(Opcodes.GETFIELD, owner, name, descriptor);
    return this;
  }

  /** Loads an argument; {@code load} is the opcode for its type. */
  Code argument(int load, int index) {
    method.visitVarInsn(load, index);
    return this;
  }

  Code constant(boolean value) {
    method.visitInsn(value ? Opcodes.ICONST_1 : Opcodes.ICONST_0);
    return this;
  }

  Code nothing() {
    method.visitInsn(Opcodes.ACONST_NULL);
    return this;
  }

  Code noTimeout() {
    method.visitInsn(Opcodes.LCONST_0);
    return this;
  }

  /** Copies the int or boolean on top of the stack. */
  Code copy() {
    method.visitInsn(Opcodes.DUP);
    return this;
  }

  Code swap() {
    method.visitInsn(Opcodes.SWAP);
    return this;
  }

  Code keep() {
    method.visitVarInsn(Opcodes.ASTORE, LOCAL);
    return this;
  }

  Code kept() {
    method.visitVarInsn(Opcodes.ALOAD, LOCAL);
    return this;
  }

  Code call(String probe, String name, String descriptor) {
    method.visitMethodInsn(
        Opcodes.INVOKESTATIC, "dev/trama/probe/" + probe, name, descriptor, false);
    return this;
  }
}
