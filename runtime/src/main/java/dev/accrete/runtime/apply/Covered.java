package dev.accrete.runtime.apply;

import dev.accrete.runtime.format.Script;
import dev.accrete.runtime.format.ScriptStatement;
import dev.accrete.runtime.format.ScriptStep;
import dev.accrete.runtime.platform.DatabaseObject;
import dev.accrete.runtime.platform.Platform;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

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

    /** What a script creates, and what a table that is covered is renamed to. */
    void add(Script script) {
        for (ScriptStatement statement : statements(script)) {
            boolean rename = false;
            for (SqlTarget target : SqlTarget.of(statement, platform)) {
                if (target.action == SqlTarget.Action.TOUCH) {
                    rename = names.contains(target.qualified());
                } else if (target.isCreated() || rename && target.action == SqlTarget.Action.RENAME) {
                    names.add(target.qualified());
                }
            }
        }
    }

    /** What a stored undo script takes back: a draft made it, whatever the draft's script is by now. */
    void addUndo(Script undo) {
        add(undo);
        for (ScriptStatement statement : statements(undo)) {
            for (SqlTarget target : SqlTarget.of(statement, platform)) {
                names.add(target.qualified());
            }
        }
    }

    static List<ScriptStatement> statements(Script script) {
        List<ScriptStatement> statements = new ArrayList<>();
        for (ScriptStep step : script.steps()) {
            statements.addAll(step.statements());
        }
        return statements;
    }

    boolean contains(DatabaseObject object) {
        return contains(object, object.name()) || !object.owner().isEmpty() && contains(object, object.owner());
    }

    private boolean contains(DatabaseObject object, String name) {
        return object.current() && names.contains(name) || names.contains(object.schema() + "." + name);
    }
}
