package dev.trama.analyzer.analyse.points;

import dev.trama.analyzer.model.Await;
import dev.trama.analyzer.model.AwaitKind;
import dev.trama.analyzer.model.FineKind;
import dev.trama.analyzer.model.Frame;
import java.util.Optional;

/**
 * The identity of a suspension point: awaits with equal keys are one row in every output.
 *
 * @param method class and method as compiled; empty when no stack was taken
 * @param site file and line; empty when no stack was taken
 */
public record PointKey(AwaitKind kind, FineKind fine, String method, String site) {
  public static PointKey of(Await await) {
    Optional<Frame> frame = await.stack().suspensionPoint();
    return new PointKey(
        await.kind(),
        await.fine(),
        frame.map(Frame::qualified).orElse(""),
        frame.map(Frame::site).orElse(""));
  }
}
