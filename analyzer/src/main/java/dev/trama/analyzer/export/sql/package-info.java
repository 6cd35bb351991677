/**
 * SQL over the tables. The engine is a module beside the analyzer, found when it is installed. Its
 * interface is here, and so are the named queries, which every engine runs.
 */
package dev.trama.analyzer.export.sql;
