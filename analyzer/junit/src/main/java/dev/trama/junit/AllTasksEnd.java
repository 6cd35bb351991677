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
 * at once; one whose threads do not takes as long as it is willing to wait.
 */
@Documented
@Inherited
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD, ElementType.ANNOTATION_TYPE})
@ExtendWith(TramaExtension.class)
public @interface AllTasksEnd {
  /** How many seconds after the test method the threads are given, all together. */
  int withinSeconds() default 10;
}
