package dev.trama.samples.generator;

import java.util.concurrent.SynchronousQueue;

/**
 * A coroutine made of a virtual thread: it runs while its caller waits, and waits while its caller
 * runs. Python's generators with {@code send} behave like this.
 */
final class Coroutine<I, O> {
  private final SynchronousQueue<I> inputs = new SynchronousQueue<>();
  private final SynchronousQueue<O> outputs = new SynchronousQueue<>();

  /** What the coroutine does; it hands out values with {@link #handOut}. */
  interface Body<I, O> {
    void run(Coroutine<I, O> self) throws InterruptedException;
  }

  static <I, O> Coroutine<I, O> start(String name, Body<I, O> body) {
    Coroutine<I, O> coroutine = new Coroutine<>();
    Thread.ofVirtual().name(name).start(() -> coroutine.run(body));
    return coroutine;
  }

  private void run(Body<I, O> body) {
    try {
      body.run(this);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** The caller's side: sends a value to the coroutine, which runs until it hands one out. */
  O send(I value) throws InterruptedException {
    inputs.put(value);
    return outputs.take();
  }

  /** The coroutine's side: waits to be sent the first value. */
  I first() throws InterruptedException {
    return inputs.take();
  }

  /** The coroutine's side: hands out a value, and waits to be sent the next. */
  I handOut(O value) throws InterruptedException {
    outputs.put(value);
    return inputs.take();
  }

  /** The coroutine's side: hands out its last value, and expects no other. */
  void last(O value) throws InterruptedException {
    outputs.put(value);
  }
}
