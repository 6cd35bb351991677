package dev.trama.opentelemetry;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import jdk.jfr.Description;
import jdk.jfr.Label;
import jdk.jfr.MetadataDefinition;

/**
 * The value applies to everything that the thread does between the begin and the end of the event,
 * as with {@code jdk.jfr.Contextual} of JDK 25. Trama recognises it by its simple name, so that a
 * program may have one of its own.
 */
@MetadataDefinition
@Label("Contextual")
@Description("Applies to everything that the thread does while the event lasts")
@Target(ElementType.FIELD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Contextual {}
