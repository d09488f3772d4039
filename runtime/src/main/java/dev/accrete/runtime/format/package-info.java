/**
 * The file formats that build and runtime share: catalog, scripts, checksums, compiled model, and the names of files.
 *
 * <p>In: text. Out: immutable records and text. No files, no JDBC, no clock; depends on the JDK alone. What is wrong with
 * a text is said by a {@link dev.accrete.runtime.format.FormatException}. {@code docs/formats.md} describes the formats.
 */
package dev.accrete.runtime.format;
