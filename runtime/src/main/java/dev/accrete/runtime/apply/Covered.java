package dev.accrete.runtime.apply;

import dev.accrete.runtime.format.Script;
import dev.accrete.runtime.format.ScriptStatement;
import dev.accrete.runtime.platform.DatabaseObject;
import dev.accrete.runtime.platform.Platform;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;

/** The names of tables, views and sequences that are the migrations' own, as stored; grows script by script. */
final class Covered {

    private final Platform platform;
    private final Set<String> names = new HashSet<>();

    Covered(Platform platform) {
        this.platform = platform;
    }

    /** The object is this tool's own, or declared in a script as changed on purpose. */
    void addSqlName(String sqlName) {
        names.add(SqlTarget.named(sqlName, platform).qualified());
    }

    /** What a script creates, what a table that is covered is renamed to, and what its header names. */
    void add(Script script) {
        script.foreign().forEach(this::addSqlName);
        statements(script).forEach(statement -> {
            boolean rename = false;
            for (SqlTarget target : SqlTarget.of(statement, platform)) {
                switch (target.action()) {
                    case CREATE_TABLE, CREATE_OTHER -> names.add(target.qualified());
                    case RENAME -> {
                        if (rename) {
                            names.add(target.qualified());
                        }
                    }
                    case TOUCH -> rename = names.contains(target.qualified());
                }
            }
        });
    }

    /** What a stored undo script takes back: a draft made it, whatever the draft's script is by now. */
    void addUndo(Script undo) {
        add(undo);
        statements(undo)
                .flatMap(statement -> SqlTarget.of(statement, platform).stream())
                .forEach(target -> names.add(target.qualified()));
    }

    static Stream<ScriptStatement> statements(Script script) {
        return script.steps().stream().flatMap(step -> step.statements().stream());
    }

    boolean contains(DatabaseObject object) {
        return contains(object, object.name()) || !object.owner().isEmpty() && contains(object, object.owner());
    }

    private boolean contains(DatabaseObject object, String name) {
        return object.current() && names.contains(name) || names.contains(object.schema() + "." + name);
    }
}
