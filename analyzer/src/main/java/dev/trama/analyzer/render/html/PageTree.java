package dev.trama.analyzer.render.html;

import dev.trama.analyzer.analyse.tree.CallTree;
import dev.trama.analyzer.model.Await;
import dev.trama.analyzer.model.Frame;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntConsumer;
import java.util.function.ToIntFunction;

/**
 * The nodes of the await tree, as the analysis makes them. The page sums over them, and never
 * decides by itself which awaits are one row.
 */
final class PageTree {
  private final PageNames names;
  private final ToIntFunction<Frame> frameNumber;
  private final CallTree tree = new CallTree();
  private final Map<CallTree.Node, Integer> numbers = new HashMap<>();

  PageTree(PageNames names, ToIntFunction<Frame> frameNumber) {
    this.names = names;
    this.frameNumber = frameNumber;
  }

  /**
   * The node an await belongs to.
   *
   * @param frames those to show, top first
   * @param recursive gets the nodes of methods that call themselves
   */
  int leaf(Await await, List<Frame> frames, IntConsumer recursive) {
    CallTree.AwaitNode node = tree.place(await, frames, method -> recursive.accept(number(method)));
    Integer known = numbers.get(node);
    if (known != null) {
      return known;
    }
    int number =
        names.treeNode(
            new PageNames.TreeNode(
                number(node.parent()),
                -1,
                frame(node.frame()),
                names.kind(await.fine(), await.kind()),
                false));
    numbers.put(node, number);
    return number;
  }

  /** The method's number; -1 for the root. */
  private int number(CallTree.MethodNode method) {
    if (method.parent().isEmpty()) {
      return -1;
    }
    Integer known = numbers.get(method);
    if (known != null) {
      return known;
    }
    int number =
        names.treeNode(
            new PageNames.TreeNode(
                number(method.parent().get()),
                frameNumber.applyAsInt(method.frame()),
                frame(method.caller()),
                -1,
                method.isCut()));
    numbers.put(method, number);
    return number;
  }

  private int frame(Optional<Frame> frame) {
    return frame.isPresent() ? frameNumber.applyAsInt(frame.get()) : -1;
  }
}
