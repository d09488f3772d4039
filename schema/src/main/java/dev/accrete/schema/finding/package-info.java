/**
 * What a stage has to say to its user: findings with a stable code, a place, what is wrong and what to do.
 *
 * <p>Values only; who prints them is somebody else (the processor through javac, the command line to a terminal).
 */
package dev.accrete.schema.finding;
