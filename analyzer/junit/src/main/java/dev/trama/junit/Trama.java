package dev.trama.junit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Watches what the virtual threads of each test await, so that the test can limit it, with an
 * {@link Awaits} parameter, or with {@link NoPinning} and the other annotations.
 *
 * <pre>{@code
 * @Trama
 * class CheckoutTest {
 *   @Test
 *   @NoPinning
 *   void checkout(Awaits awaits) {
 *     service.checkout(cart);
 *     awaits.of("connection pool").atMost(1);
 *     awaits.of("socket read").exactly(2);
 *   }
 * }
 * }</pre>
 *
 * <p>A test's virtual threads are those that it started, directly or through code that it called,
 * and those that these started in turn. Threads started in {@code @BeforeEach} belong to it as
 * well. Their awaits count if they had not ended when the test method began.
 *
 * <p>When a test fails, its await-style trace is in the failure, and its recording is beside the
 * build's reports.
 */
@Documented
@Inherited
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD, ElementType.ANNOTATION_TYPE})
@ExtendWith(TramaExtension.class)
public @interface Trama {
  /** Whether the test method runs on a virtual thread of its own, whose awaits then count too. */
  boolean onVirtualThread() default false;

  /** Whose awaits count. */
  Scope scope() default Scope.TEST;

  /** Whose awaits count. */
  enum Scope {
    /** The awaits of the virtual threads that the test started. Tests may run in parallel. */
    TEST,
    /**
     * The awaits of all virtual threads in the JVM during the test, including those started before,
     * such as a server's or a pool's. Only one such test can run at a time; JUnit's
     * {@code @Isolated} ensures that.
     */
    JVM
  }
}
