/** Protobuf messages, written field by field, so that no generated code is needed. */
package dev.trama.analyzer.export.proto;
