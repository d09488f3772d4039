package dev.accrete.cli;

import picocli.CommandLine.Option;

/** How a result is printed. */
final class OutputOptions {

    @Option(names = "--json", description = "Print the result as one line of JSON, for machines.")
    private boolean json;

    boolean json() {
        return json;
    }
}
