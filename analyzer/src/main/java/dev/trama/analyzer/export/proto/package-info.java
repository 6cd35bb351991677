/** Protobuf messages, written field by field, so that no generated code has to be carried along. */
package dev.trama.analyzer.export.proto;
