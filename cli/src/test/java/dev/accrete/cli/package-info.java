/** Runs the commands on temporary folders, with the output that a user sees. */
package dev.accrete.cli;
