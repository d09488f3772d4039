/**
 * What a person looks at before a migration is merged: a diagram, and a page of Markdown.
 *
 * <p>In: scripts and a schema. Out: text. Pure; may depend on {@code schema} and the runtime's file formats.
 */
package dev.accrete.cli.review;
