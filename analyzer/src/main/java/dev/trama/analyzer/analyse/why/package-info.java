/**
 * Why some requests are slower than others of their name: what they do that the typical ones do
 * not, and what the tasks that they waited for were doing. Imports the model and {@link
 * dev.trama.analyzer.analyse.request}. Begin reading at {@link
 * dev.trama.analyzer.analyse.why.WhyFold}.
 */
package dev.trama.analyzer.analyse.why;
