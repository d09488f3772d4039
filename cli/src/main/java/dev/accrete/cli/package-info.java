/**
 * The {@code accrete} command: {@link dev.accrete.cli.AccreteCommand} lists the commands, one class each, which take
 * options, call a library class and print.
 *
 * <p>In: a command line. Out: text (results to standard output, talk to standard error) and an {@link
 * dev.accrete.cli.ExitCode}. May depend on picocli, {@code cli.project}, {@code schema} and {@code runtime}.
 */
package dev.accrete.cli;
