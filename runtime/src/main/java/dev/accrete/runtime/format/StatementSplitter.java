package dev.accrete.runtime.format;

import java.util.ArrayList;
import java.util.List;

/**
 * Gathers tokens into statements: a semicolon ends one unless it stands in parentheses (rules) or in a {@code BEGIN
 * ATOMIC} body.
 *
 * @implNote Source: PostgreSQL's psql, {@code psqlscan.l}: how it finds the end of {@code CREATE FUNCTION … BEGIN ATOMIC}.
 */
final class StatementSplitter {

    private static final int LONGEST_CREATE_ROUTINE = 4;

    private final String text;
    private final String fileName;
    private final List<SqlToken> current = new ArrayList<>();
    private int parentheses;
    private int blocks;

    StatementSplitter(String text, String fileName) {
        this.text = text;
        this.fileName = fileName;
    }

    /** Whether the next token continues a statement. */
    boolean inStatement() {
        return !current.isEmpty();
    }

    /** Whether a semicolon would not end the statement. */
    boolean inBody() {
        return parentheses > 0 || blocks > 0;
    }

    /**
     * Takes the next token.
     *
     * @param token not a comment
     * @param statements gets the statement if the token ends one
     */
    void add(SqlToken token, List<ScriptStatement> statements) {
        if (token.is(';') && !inBody()) {
            finish(statements);
            return;
        }
        if (current.isEmpty() && token.text.startsWith("\\")) {
            throw failure(
                    FormatCode.SCRIPT_CLIENT_COMMAND,
                    token,
                    "commands that start with a backslash are psql's, not the server's",
                    "put the SQL itself into the script");
        }
        current.add(token);
        count(token);
    }

    private void count(SqlToken token) {
        if (token.is('(')) {
            parentheses++;
        } else if (token.is(')') && parentheses > 0) {
            parentheses--;
        } else if (parentheses == 0 && createsRoutine()) {
            if (token.isWord("begin") || blocks > 0 && token.isWord("case")) {
                blocks++;
            } else if (blocks > 0 && token.isWord("end")) {
                blocks--;
            }
        }
    }

    private boolean createsRoutine() {
        if (!current.get(0).isWord("create")) {
            return false;
        }
        for (int i = 1; i < Math.min(current.size(), LONGEST_CREATE_ROUTINE); i++) {
            SqlToken token = current.get(i);
            if (token.isWord("function") || token.isWord("procedure")) {
                return true;
            }
            if (!token.isWord("or") && !token.isWord("replace")) {
                return false;
            }
        }
        return false;
    }

    /** Ends a statement whose semicolon is missing, at the end of a step or of the file. */
    void end(List<ScriptStatement> statements) {
        if (inBody()) {
            throw failure(
                    FormatCode.SCRIPT_UNTERMINATED,
                    current.get(0),
                    parentheses > 0
                            ? "a parenthesis of the statement that starts here is not closed"
                            : "the BEGIN ATOMIC body of the statement that starts here has no END",
                    "close it, or restore the script from version control if it was cut off");
        }
        finish(statements);
    }

    private void finish(List<ScriptStatement> statements) {
        if (current.isEmpty()) {
            return;
        }
        refuseCopy();
        List<String> tokens = new ArrayList<>();
        for (SqlToken token : current) {
            tokens.add(token.text);
        }
        SqlToken first = current.get(0);
        String sql = text.substring(first.start, current.get(current.size() - 1).end());
        statements.add(new ScriptStatement(first.line, sql, tokens));
        current.clear();
        parentheses = 0;
        blocks = 0;
    }

    /** The data after COPY … FROM STDIN is no SQL and reaches the server by another protocol than statements. */
    private void refuseCopy() {
        if (!current.get(0).isWord("copy")) {
            return;
        }
        for (SqlToken token : current) {
            if (token.isWord("stdin") || token.isWord("stdout")) {
                throw failure(
                        FormatCode.SCRIPT_COPY,
                        current.get(0),
                        "COPY from standard input can't run through JDBC",
                        "write the rows as INSERT statements");
            }
        }
    }

    private FormatException failure(FormatCode code, SqlToken token, String what, String remedy) {
        return new FormatException(code, fileName, token.line, what, remedy);
    }
}
