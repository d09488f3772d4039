package dev.accrete.runtime.format;

/**
 * What a script does, as one hash: the mode of each step and the tokens of its statements. Comments, white space and line
 * ends change nothing.
 */
public final class Checksum {

    private Checksum() {}

    /** @return {@code 1:} and 32 hexadecimal digits */
    public static String of(Script script) {
        Hashes hash = new Hashes();
        for (ScriptStep step : script.steps()) {
            hash.add("step").add(step.mode().word());
            for (ScriptStatement statement : step.statements()) {
                hash.add("statement").add(String.valueOf(statement.tokens().size()));
                statement.tokens().forEach(hash::add);
            }
        }
        return hash.text();
    }
}
