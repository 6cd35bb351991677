package dev.trama.junit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * The test fails if a virtual thread that it started does not end. A test whose threads end passes
 * at once; otherwise it waits for the given time.
 */
@Documented
@Inherited
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD, ElementType.ANNOTATION_TYPE})
@ExtendWith(TramaExtension.class)
public @interface AllTasksEnd {
  /** How many seconds the threads have to end after the test method, all together. */
  int withinSeconds() default 10;
}
