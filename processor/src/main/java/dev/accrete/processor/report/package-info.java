/**
 * Problems of a compile as values, collected while the stages run; {@code MessagerReporter} alone prints them.
 *
 * <p>May depend on {@code schema.finding}, {@code runtime.format} and {@code source}; only the reporter knows javac.
 */
package dev.accrete.processor.report;
