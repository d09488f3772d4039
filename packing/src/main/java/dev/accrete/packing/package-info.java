/**
 * A tool of the build: a jar in, the same classes in a smaller jar out. No part of what applications use.
 */
package dev.accrete.packing;
