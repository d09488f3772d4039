package dev.accrete.runtime;

import java.sql.SQLException;
import java.util.Optional;
import java.util.regex.Pattern;

/** Migrating failed or was refused: where, why, what is applied, and what to do. */
public final class AccreteException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** In JDBC URLs: {@code password=…}, and {@code user:password@} before a host. */
    private static final Pattern SECRET_PARAMETER =
            Pattern.compile("(?i)((?:password|pwd|passwd|secret|token)\\s*=\\s*)[^;&\\s]+");

    private static final Pattern SECRET_AUTHORITY = Pattern.compile("(://[^/\\s:@]+:)[^@/\\s]+@");

    private final RuntimeCode code;
    private final String place;

    /**
     * @param place script, step, statement and line where there are such, else the stream or the database
     * @param what what is wrong, and what is applied and what is not
     * @param remedy what to do, starting with a verb
     * @param cause {@code null} if there is none
     */
    public AccreteException(RuntimeCode code, String place, String what, String remedy, Throwable cause) {
        super(
                masked(place + ": [" + code.id() + "] " + what + "\n  fix: " + remedy + "     (docs/codes/" + code.id()
                        + ".md)"),
                withoutSecrets(cause));
        this.code = code;
        this.place = place;
    }

    public RuntimeCode code() {
        return code;
    }

    /** Script, step and statement, e.g. {@code h2/V0002__add_b.sql:7, step 1, statement 2}. */
    public String place() {
        return place;
    }

    /** The SQL state of the database's error that caused this, if there is one. */
    public Optional<String> sqlState() {
        for (Throwable cause = getCause(); cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql) {
                return Optional.ofNullable(sql.getSQLState());
            }
        }
        return Optional.empty();
    }

    /** Drivers put whole URLs into their messages, and stack traces print the messages of causes. */
    private static Throwable withoutSecrets(Throwable cause) {
        boolean clean = !(cause instanceof SQLException)
                || cause.getMessage() == null
                || masked(cause.getMessage()).equals(cause.getMessage());
        if (clean) {
            return cause;
        }
        SQLException original = (SQLException) cause;
        SQLException copy =
                new SQLException(masked(original.getMessage()), original.getSQLState(), original.getErrorCode());
        copy.setStackTrace(original.getStackTrace());
        return copy;
    }

    /** A text that may hold a JDBC URL, without its secrets. */
    static String masked(String text) {
        String parameters = SECRET_PARAMETER.matcher(text).replaceAll("$1***");
        return SECRET_AUTHORITY.matcher(parameters).replaceAll("$1***@");
    }
}
