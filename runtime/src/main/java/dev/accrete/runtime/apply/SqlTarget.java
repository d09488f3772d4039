package dev.accrete.runtime.apply;

import dev.accrete.runtime.format.ScriptStatement;
import dev.accrete.runtime.platform.Platform;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** A table, view or sequence that a statement creates, renames or touches; read from the statement's words. */
final class SqlTarget {

    enum Action {
        CREATE_TABLE,
        CREATE_OTHER,
        /** The new name; the old one is touched. */
        RENAME,
        TOUCH,
        /** A foreign key points to it. */
        REFERENCE
    }

    /** What happens to it. */
    final Action action;

    /** As stored; {@code null} if the name is not qualified. */
    final String schema;

    /** As stored. */
    final String name;

    /** The constraint or index that it gets, as stored; {@code null} if none with a name. */
    private String part;

    private SqlTarget(Action action, String schema, String name) {
        this.action = action;
        this.schema = schema;
        this.name = name;
    }

    /**
     * Whether what the statement gives its target can't be the statement's own work: the target has no such constraint or index.
     */
    static boolean isElsewhere(ScriptStatement statement, Platform platform, Connection connection)
            throws SQLException {
        for (SqlTarget target : of(statement, platform)) {
            if (target.part != null && !platform.has(connection, target.schema, target.name, target.part)) {
                return true;
            }
        }
        return false;
    }

    boolean isCreated() {
        return action == Action.CREATE_TABLE || action == Action.CREATE_OTHER;
    }

    /** {@code name} or {@code schema.name}, as stored. */
    String qualified() {
        return schema == null ? name : schema + "." + name;
    }

    /** The targets of a statement; empty for kinds of statements that have none. */
    static List<SqlTarget> of(ScriptStatement statement, Platform platform) {
        return new Reader(statement.tokens(), platform).read();
    }

    /** A name as SQL writes it: with quotes, with a schema. */
    static SqlTarget named(String sqlName, Platform platform) {
        List<String> tokens = new ArrayList<>();
        for (String part : sqlName.split("\\.")) {
            if (!tokens.isEmpty()) {
                tokens.add(".");
            }
            tokens.add(part);
        }
        Reader reader = new Reader(tokens, platform);
        reader.name(Action.TOUCH);
        return reader.targets.get(0);
    }

    private static final class Reader {

        private static final Set<String> BEFORE_KIND = Set.of(
                "or",
                "replace",
                "global",
                "local",
                "unlogged",
                "cached",
                "memory",
                "force",
                "materialized",
                "unique",
                "recursive",
                "foreign");

        private final List<String> tokens;
        private final Platform platform;
        private final List<SqlTarget> targets = new ArrayList<>();
        private int position;

        Reader(List<String> tokens, Platform platform) {
            this.tokens = tokens;
            this.platform = platform;
        }

        List<SqlTarget> read() {
            if (take("create")) {
                create();
            } else if (take("alter")) {
                alter();
            } else if (take("drop")) {
                drop();
            } else if (take("truncate")) {
                take("table");
                names(Action.TOUCH);
            } else if (take("update")) {
                take("only");
                name(Action.TOUCH);
            } else if (take("insert") || take("merge")) {
                take("into");
                name(Action.TOUCH);
            } else if (take("delete")) {
                take("from");
                take("only");
                name(Action.TOUCH);
            }
            boolean mayReference = !targets.isEmpty()
                    && (tokens.get(0).equalsIgnoreCase("create")
                            || tokens.get(0).equalsIgnoreCase("alter"));
            for (; mayReference && position < tokens.size(); position++) {
                if (word().equals("references")) {
                    position++;
                    name(Action.REFERENCE);
                    position--;
                }
            }
            return targets;
        }

        private void create() {
            while (position < tokens.size() && BEFORE_KIND.contains(word())) {
                position++;
            }
            if (take("table")) {
                skipIfExists();
                name(Action.CREATE_TABLE);
            } else if (take("view") || take("sequence")) {
                skipIfExists();
                name(Action.CREATE_OTHER);
            } else if (take("index")) {
                while (position < tokens.size() && !take("on")) {
                    position++;
                }
                String index = stored(tokens.get(Math.max(position - 2, 0)));
                take("only");
                name(Action.TOUCH);
                part(index);
            }
        }

        private void part(String name) {
            if (!targets.isEmpty()) {
                targets.get(0).part = name;
            }
        }

        private void alter() {
            boolean table = take("table");
            if (!table && !take("view") && !take("sequence")) {
                return;
            }
            skipIfExists();
            take("only");
            name(Action.TOUCH);
            if (take("rename") && take("to")) {
                name(Action.RENAME);
                SqlTarget renamed = targets.remove(targets.size() - 1);
                targets.add(new SqlTarget(Action.RENAME, targets.get(0).schema, renamed.name));
            } else if (take("add") && take("constraint")) {
                skipIfExists();
                if (position < tokens.size()) {
                    part(stored(tokens.get(position)));
                }
            }
        }

        private void drop() {
            if (take("table") || take("view") || take("sequence")) {
                skipIfExists();
                names(Action.TOUCH);
            }
        }

        private void skipIfExists() {
            if (take("if")) {
                take("not");
                take("exists");
            }
        }

        private void names(Action action) {
            do {
                name(action);
            } while (take(","));
        }

        void name(Action action) {
            List<String> parts = new ArrayList<>();
            do {
                if (position >= tokens.size()) {
                    return;
                }
                parts.add(stored(tokens.get(position++)));
            } while (take("."));
            int last = parts.size() - 1;
            targets.add(new SqlTarget(action, last > 0 ? parts.get(last - 1) : null, parts.get(last)));
        }

        private String stored(String token) {
            return token.startsWith("\"")
                    ? token.substring(1, token.length() - 1).replace("\"\"", "\"")
                    : platform.fold(token);
        }

        private String word() {
            return tokens.get(position).toLowerCase(Locale.ROOT);
        }

        private boolean take(String word) {
            boolean here = position < tokens.size() && word().equals(word);
            if (here) {
                position++;
            }
            return here;
        }
    }
}
