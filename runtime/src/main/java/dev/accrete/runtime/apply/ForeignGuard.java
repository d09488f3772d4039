package dev.accrete.runtime.apply;

import dev.accrete.runtime.AccreteException;
import dev.accrete.runtime.RuntimeCode;
import dev.accrete.runtime.format.Script;
import dev.accrete.runtime.format.ScriptStatement;
import dev.accrete.runtime.platform.DatabaseObject;
import dev.accrete.runtime.platform.Platform;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** Proves that a step left the definition of every foreign object as it was. */
final class ForeignGuard {

    private final Platform platform;
    private final Covered covered;
    private Map<DatabaseObject, String> before = Map.of();

    ForeignGuard(Platform platform, Covered covered) {
        this.platform = platform;
        this.covered = covered;
    }

    /** Remembers what is there; on PostgreSQL within the step's transaction. */
    void remember(Connection connection) throws SQLException {
        before = foreign(connection);
    }

    private Map<DatabaseObject, String> foreign(Connection connection) throws SQLException {
        Map<DatabaseObject, String> foreign = new HashMap<>(platform.definitions(connection));
        foreign.keySet().removeIf(covered::contains);
        return foreign;
    }

    /**
     * Compares with what was there.
     *
     * @param undone whether the caller rolls back
     * @throws AccreteException [ACC-R015] that names what has changed
     */
    void check(Connection connection, String place, boolean undone) throws SQLException {
        Map<DatabaseObject, String> after = foreign(connection);
        TreeSet<String> changed = new TreeSet<>();
        before.forEach((object, definition) -> {
            if (!definition.equals(after.get(object))) {
                changed.add(object + (after.containsKey(object) ? "" : " (gone)"));
            }
        });
        if (!changed.isEmpty()) {
            throw foreignObject(
                    place,
                    "the step changes what no model covers: " + String.join(", ", changed)
                            + (undone ? "; the step was rolled back" : "; this database can't take it back"));
        }
    }

    /**
     * Refuses a script that names a foreign object as what it changes: the only protection where DDL can't be rolled
     * back.
     */
    void refuseForeignTargets(Connection connection, Script script) throws SQLException {
        Map<DatabaseObject, String> foreign = foreign(connection);
        for (ScriptStatement statement : Covered.statements(script).toList()) {
            for (SqlTarget target : SqlTarget.of(statement, platform)) {
                if (target.action() == SqlTarget.Action.TOUCH && names(foreign, target)) {
                    throw foreignObject(
                            script.fileName() + ":" + statement.line(),
                            "the statement changes " + target.qualified()
                                    + ", which no model covers; nothing of this script was run");
                }
            }
        }
    }

    /** Refuses to create a table over one that is there and foreign. */
    void refuseExisting(Connection connection, List<Script> scripts) throws SQLException {
        Map<DatabaseObject, String> foreign = foreign(connection);
        for (Script script : scripts) {
            for (ScriptStatement statement : Covered.statements(script).toList()) {
                for (SqlTarget target : SqlTarget.of(statement, platform)) {
                    if (target.action() == SqlTarget.Action.CREATE_TABLE && names(foreign, target)) {
                        throw new AccreteException(
                                RuntimeCode.TABLE_EXISTS,
                                script.fileName() + ":" + statement.line(),
                                "the table " + target.qualified()
                                        + " exists already, and no migration recorded here created it; nothing was"
                                        + " changed",
                                "if it is the entity's table, adopt it with @Managed(adopt = true), or record the"
                                        + " migration as applied with `accrete stamp`; if it is somebody else's, give the"
                                        + " entity another name with @Table",
                                null);
                    }
                }
            }
        }
    }

    private static boolean names(Map<DatabaseObject, String> foreign, SqlTarget target) {
        return foreign.keySet().stream()
                .anyMatch(object -> object.name().equals(target.name())
                        && target.schema().map(object.schema()::equals).orElse(object.current()));
    }

    private static AccreteException foreignObject(String place, String what) {
        return new AccreteException(
                RuntimeCode.FOREIGN_OBJECT,
                place,
                what,
                "take the change out of the script, or state it in its header: `-- accrete:foreign <name>`; if somebody"
                        + " else changed it meanwhile, start again",
                null);
    }
}
