/**
 * Requests: what they are, which tasks worked for them, and where their time went. Imports the
 * model and the analyses beside it. Begin reading at {@link
 * dev.trama.analyzer.analyse.request.RequestFinder}.
 */
package dev.trama.analyzer.analyse.request;
