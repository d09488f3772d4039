package dev.accrete.runtime.format;

/**
 * What a script does, as one hash: the mode of each step and the tokens of its statements. Comments, white space and line
 * ends change nothing.
 */
public final class Checksum {

    private Checksum() {}

    /** @return {@code 1:} and 32 hexadecimal digits */
    public static String of(Script script) {
        return of(script, script.steps().size(), 0);
    }

    /**
     * What the first part of a script does.
     *
     * @param steps whole steps from the first
     * @param statements so many statements of the step after these
     */
    public static String of(Script script, int steps, int statements) {
        Hashes hash = new Hashes();
        for (ScriptStep step : script.steps()) {
            boolean whole = step.number() <= steps;
            if (!whole && (step.number() > steps + 1 || statements == 0)) {
                break;
            }
            hash.add("step").add(step.mode().word());
            int count = step.statements().size();
            for (ScriptStatement statement :
                    step.statements().subList(0, whole ? count : Math.min(count, statements))) {
                hash.add("statement").add(String.valueOf(statement.tokens().size()));
                for (String token : statement.tokens()) {
                    hash.add(token);
                }
            }
        }
        return hash.text();
    }
}
