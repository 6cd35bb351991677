/**
 * SQL over the tables. The engine is a module beside the analyzer, found when it is installed; what
 * it has to do is said here, and the named queries, which every engine runs, are here too.
 */
package dev.trama.analyzer.export.sql;
