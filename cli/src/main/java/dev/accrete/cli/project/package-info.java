/**
 * What is done to the files of a project: save, check, seal and rebase.
 *
 * <p>In: the folder of the saved migrations and the class output. Out: changed files, and values that say what was done;
 * nothing is printed, nobody is asked. May depend on {@code runtime.format} and {@code schema.snapshot}; knows no command
 * line and no database, so that build plugins can call it too.
 */
package dev.accrete.cli.project;
