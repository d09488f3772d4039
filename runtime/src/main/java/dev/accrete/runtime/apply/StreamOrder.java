package dev.accrete.runtime.apply;

import dev.accrete.runtime.format.Script;
import dev.accrete.runtime.format.ScriptStatement;
import dev.accrete.runtime.history.Task;
import dev.accrete.runtime.platform.Platform;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Which stream comes next: a migration waits as long as a foreign key of it points to a table that another stream has
 * still to create. Ties, and circles, go by the streams' order.
 */
final class StreamOrder {

    private final Platform platform;
    private final List<StreamMigration> streams;

    StreamOrder(Platform platform, List<StreamMigration> streams) {
        this.platform = platform;
        this.streams = streams;
    }

    /** @return the stream whose next task is to run; {@code null} after the last */
    StreamMigration next() {
        StreamMigration otherwise = null;
        for (StreamMigration stream : streams) {
            Task task = stream.next();
            if (task != null) {
                if (!waits(stream, task)) {
                    return stream;
                }
                otherwise = otherwise == null ? stream : otherwise;
            }
        }
        return otherwise;
    }

    private boolean waits(StreamMigration stream, Task task) {
        if (streams.size() == 1 || task.kind() != Task.Kind.APPLY && task.kind() != Task.Kind.DRAFT) {
            return false;
        }
        Set<String> needed = names(List.of(stream.scriptOf(task)), true);
        for (StreamMigration other : streams) {
            if (other != stream) {
                for (String created : names(other.pending(), false)) {
                    if (needed.contains(created)) {
                        return true;
                    }
                }
            }
        }
        return false;
    }

    private Set<String> names(List<Script> scripts, boolean referenced) {
        Set<String> names = new HashSet<>();
        for (Script script : scripts) {
            for (ScriptStatement statement : Covered.statements(script)) {
                for (SqlTarget target : SqlTarget.of(statement, platform)) {
                    if (referenced ? target.action == SqlTarget.Action.REFERENCE : target.isCreated()) {
                        names.add(target.qualified());
                    }
                }
            }
        }
        return names;
    }
}
