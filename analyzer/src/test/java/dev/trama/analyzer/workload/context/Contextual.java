package dev.trama.analyzer.workload.context;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import jdk.jfr.MetadataDefinition;

/** As {@code jdk.jfr.Contextual}, for JDKs before 25. */
@MetadataDefinition
@Target(ElementType.FIELD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Contextual {}
