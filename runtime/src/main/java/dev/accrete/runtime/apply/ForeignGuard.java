package dev.accrete.runtime.apply;

import dev.accrete.runtime.AccreteException;
import dev.accrete.runtime.RuntimeCode;
import dev.accrete.runtime.format.Script;
import dev.accrete.runtime.format.ScriptStatement;
import dev.accrete.runtime.platform.DatabaseObject;
import dev.accrete.runtime.platform.Platform;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** Proves that a step left the definition of every foreign object as it was. */
final class ForeignGuard {

    private final Platform platform;
    private final Covered covered;
    /** What the script that runs may change on purpose. */
    private Covered permitted;

    /** Everything that was there; {@code null}: not looked at yet. */
    private Map<DatabaseObject, String> before;

    ForeignGuard(Platform platform, Covered covered) {
        this.platform = platform;
        this.covered = covered;
        this.permitted = new Covered(platform);
    }

    /** From now on these objects, too, may be changed; those that were permitted before no longer. */
    void permit(List<String> sqlNames) {
        permitted = new Covered(platform);
        for (String sqlName : sqlNames) {
            permitted.addSqlName(sqlName);
        }
    }

    /**
     * Remembers what is there: within the step's transaction where DDL has one; else what the last step left is enough.
     */
    void remember(Connection connection) throws SQLException {
        if (before == null || platform.hasTransactionalDdl()) {
            before = platform.definitions(connection);
        }
    }

    private boolean isForeign(DatabaseObject object) {
        return !covered.contains(object) && !permitted.contains(object);
    }

    /**
     * Compares with what was there.
     *
     * @param undone whether the caller rolls back
     * @throws AccreteException [ACC-R015] that names what has changed
     */
    void check(Connection connection, String place, boolean undone) throws SQLException {
        Map<DatabaseObject, String> after = platform.definitions(connection);
        TreeSet<String> changed = new TreeSet<>();
        for (Map.Entry<DatabaseObject, String> entry : before.entrySet()) {
            String definition = after.get(entry.getKey());
            if (!entry.getValue().equals(definition) && isForeign(entry.getKey())) {
                changed.add(entry.getKey() + (definition == null ? " (gone)" : ""));
            }
        }
        before = after;
        if (!changed.isEmpty()) {
            throw foreignObject(
                    place,
                    "the step changes what no model covers: " + String.join(", ", changed)
                            + (undone ? "; the step was rolled back" : "; this database can't take it back"));
        }
    }

    /**
     * Refuses scripts that create a table over one that is there and foreign. Where DDL can't be rolled back, also those
     * that name a foreign object as what they change: it is the only protection. Afterwards what they create is theirs.
     */
    void refuse(Connection connection, List<Script> scripts) throws SQLException {
        before = platform.definitions(connection);
        for (Script script : scripts) {
            refuse(script, SqlTarget.Action.CREATE_TABLE);
        }
        for (Script script : scripts) {
            covered.add(script);
        }
        if (!platform.hasTransactionalDdl()) {
            for (Script script : scripts) {
                permit(script.foreign());
                refuse(script, SqlTarget.Action.TOUCH);
            }
        }
    }

    private void refuse(Script script, SqlTarget.Action action) {
        for (ScriptStatement statement : Covered.statements(script)) {
            for (SqlTarget target : SqlTarget.of(statement, platform)) {
                if (target.action == action && namesForeign(target)) {
                    String place = script.fileName() + ":" + statement.line();
                    throw action == SqlTarget.Action.TOUCH
                            ? foreignObject(
                                    place,
                                    "the statement changes " + target.qualified()
                                            + ", which no model covers; nothing of this script was run")
                            : tableExists(place, target.qualified());
                }
            }
        }
    }

    private boolean namesForeign(SqlTarget target) {
        for (DatabaseObject object : before.keySet()) {
            boolean same = object.name().equals(target.name)
                    && (target.schema == null ? object.current() : target.schema.equals(object.schema()));
            if (same && isForeign(object)) {
                return true;
            }
        }
        return false;
    }

    private static AccreteException tableExists(String place, String table) {
        return new AccreteException(
                RuntimeCode.TABLE_EXISTS,
                place,
                "the table " + table
                        + " exists already, and no migration recorded here created it; nothing was changed",
                "if it is the entity's table, adopt it with @Managed(adopt = true), or record the migration as applied"
                        + " with `accrete stamp`; if it is somebody else's, give the entity another name with @Table",
                null);
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
