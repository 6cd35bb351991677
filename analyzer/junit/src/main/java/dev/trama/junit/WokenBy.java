package dev.trama.junit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * The test fails if an await of this kind was ended by anyone else: another thread, a timeout, an
 * interrupt. Awaits that have not ended do not count. Who enters a monitor or is notified does not
 * learn by whom: such a kind is refused.
 */
@Documented
@Inherited
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD, ElementType.ANNOTATION_TYPE})
@Repeatable(WokenBy.All.class)
@ExtendWith(TramaExtension.class)
public @interface WokenBy {
  /**
   * The waker: the name of a thread, or for a virtual thread without one its entry method as traces
   * show it ({@code Shop.restock}). {@code *} stands for anything. {@code timer} is the timeout.
   */
  String value();

  /** The kind of await, as in {@link Awaits#of}. */
  String kind();

  /** More than one. */
  @Documented
  @Inherited
  @Retention(RetentionPolicy.RUNTIME)
  @Target({ElementType.TYPE, ElementType.METHOD, ElementType.ANNOTATION_TYPE})
  @ExtendWith(TramaExtension.class)
  @interface All {
    /** Each of them. */
    WokenBy[] value();
  }
}
