package dev.accrete.runtime.format;

import java.util.List;

/**
 * One statement, sent with one JDBC call.
 *
 * @param line where it starts in the script, from 1
 * @param sql without the semicolon at its end; comments inside it included; empty: nothing is sent
 * @param tokens the text of its tokens without comments; not empty
 */
public record ScriptStatement(int line, String sql, List<String> tokens) {

    public ScriptStatement {
        tokens = List.copyOf(tokens);
    }
}
