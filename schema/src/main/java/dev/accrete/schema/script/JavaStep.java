package dev.accrete.schema.script;

import java.util.List;
import java.util.Objects;

/**
 * A step of a script in which a class changes data, behind those that change the schema.
 *
 * @param className by which it is loaded, e.g. {@code com.acme.Fill$Slugs}
 * @param environments in which it runs; empty: all
 * @param text for people, on one line; may be empty
 */
public record JavaStep(String className, List<String> environments, String text) {

    public JavaStep {
        Objects.requireNonNull(className, "className");
        environments = List.copyOf(environments);
        Objects.requireNonNull(text, "text");
    }

    /** What the header says of it. */
    public ScriptHeader.ChangeLine change() {
        return new ScriptHeader.ChangeLine(
                className.substring(className.lastIndexOf('.') + 1), "change rows in Java", className);
    }
}
