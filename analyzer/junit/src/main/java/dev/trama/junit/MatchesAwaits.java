package dev.trama.junit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * The test fails if the tree of its awaits is not the one in this file: which methods awaited what,
 * and how often. Times and lines are not compared. Without the file, or with {@code
 * -Dtrama.awaits=write}, it is written, and the test fails once to say so.
 *
 * <pre>
 * async Checkout.pay
 * ├─ async Stock.reserve
 * │  └─ await socket read ×2
 * └─ await queue take ×*
 * </pre>
 *
 * <p>{@code ×*}, written by hand, stands for any number of times.
 */
@Documented
@Inherited
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD, ElementType.ANNOTATION_TYPE})
@ExtendWith(TramaExtension.class)
public @interface MatchesAwaits {
  /**
   * The file: a resource beside the test class, below {@code src/test/resources} ({@code
   * trama.awaits.dir} names another directory).
   */
  String value();
}
