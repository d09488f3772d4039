package dev.accrete.cli;

import java.io.Console;

/** Whether a person sits there. */
final class Terminal {

    private Terminal() {}

    /**
     * Whether input and output are a terminal's. Up to Java 21 there is no console otherwise; from Java 22 on there always
     * is one, which says so itself ({@code Console.isTerminal}, unknown to Java 17).
     */
    static boolean isThere() {
        Console console = System.console();
        if (console == null) {
            return false;
        }
        try {
            return (boolean) Console.class.getMethod("isTerminal").invoke(console);
        } catch (NoSuchMethodException e) {
            return true;
        } catch (ReflectiveOperationException e) {
            return false;
        }
    }
}
