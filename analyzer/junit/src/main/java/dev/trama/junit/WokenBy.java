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
 * The test fails if an await of this kind was ended by anything else: another thread, a timeout, an
 * interrupt. Awaits that have not ended do not count. Kinds of monitor awaits are refused, because
 * their wakers are not known.
 */
@Documented
@Inherited
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD, ElementType.ANNOTATION_TYPE})
@Repeatable(WokenBy.All.class)
@ExtendWith(TramaExtension.class)
public @interface WokenBy {
  /**
   * The waker: the name of a thread or, for an unnamed virtual thread, its entry method as in
   * traces ({@code Shop.restock}). {@code *} stands for anything, {@code timer} for a timeout.
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
