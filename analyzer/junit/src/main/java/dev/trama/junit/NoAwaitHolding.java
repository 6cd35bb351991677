package dev.trama.junit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * The test fails if one of its virtual threads awaited anything while it held a lock or a monitor:
 * other tasks that want the lock then wait for what the holder awaits.
 *
 * <p>It sees locks that have an owner ({@code ReentrantLock}, the write lock of {@code
 * ReentrantReadWriteLock}) if they were taken during the test, and monitors during parks and
 * sleeps. Read locks, {@code StampedLock} and semaphores have no owner; monitors that a thread
 * holds while it waits for another monitor are not known.
 */
@Documented
@Inherited
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD, ElementType.ANNOTATION_TYPE})
@ExtendWith(TramaExtension.class)
public @interface NoAwaitHolding {
  /** {@code "lock"}, {@code "monitor"}, or both. */
  String[] value() default {"lock", "monitor"};
}
