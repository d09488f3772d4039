package dev.accrete.processor.map.definition;

import dev.accrete.processor.map.hibernate.TargetDialect;
import java.util.List;
import java.util.Optional;

/** Asks what a database lacks of the SQL of a column; what is in no list is taken to be known. */
public final class Definitions {

    private Definitions() {}

    /**
     * What a database lacks.
     *
     * @param what begins with the database's name
     * @param instead what to do instead, beginning with a verb
     */
    public record Missing(String what, String instead) {}

    /** @param sql a type and what follows it, as a {@code columnDefinition} has it */
    public static Optional<Missing> missing(TargetDialect dialect, String sql) {
        StatedSql stated = StatedSql.of(sql);
        for (Lack lack : lacks(dialect)) {
            Optional<String> found = lack.in(stated);
            if (found.isPresent()) {
                return Optional.of(new Missing(dialect.id() + " " + lack.what() + found.get(), lack.instead()));
            }
        }
        return Optional.empty();
    }

    /** In the order in which they count. */
    static List<Lack> lacks(TargetDialect dialect) {
        return switch (dialect) {
            case H2 -> H2Definitions.LACKS;
            case POSTGRESQL -> PostgresqlDefinitions.LACKS;
        };
    }
}
