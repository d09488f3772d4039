package dev.accrete.processor.map;

import dev.accrete.processor.source.Place;
import dev.accrete.schema.model.Column;
import dev.accrete.schema.model.ColumnType;
import dev.accrete.schema.model.Name;
import dev.accrete.schema.model.Origin;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A column while its table is being put together. */
final class ColumnBinding {

    /** What annotations call it. */
    final Name logical;

    /** What the database calls it. */
    final Name name;

    final Origin origin;
    final String subject;
    final Place place;

    ColumnType type;
    boolean nullable = true;
    boolean unique;
    boolean identity;

    /** Whether the attribute writes the column; one that does beats one that doesn't. */
    boolean insertable = true;

    Optional<String> defaultValue = Optional.empty();
    Optional<String> generatedAs = Optional.empty();
    Optional<String> collation = Optional.empty();
    Optional<String> comment = Optional.empty();
    Optional<String> options = Optional.empty();
    final List<String> checks = new ArrayList<>();

    /** Where it stands among the columns of its table, in the order of declaration. */
    int position;

    ColumnBinding(Name logical, Name name, ColumnType type, Origin origin, String subject, Place place) {
        this.logical = logical;
        this.name = name;
        this.type = type;
        this.origin = origin;
        this.subject = subject;
        this.place = place;
    }

    Column toColumn() {
        return new Column(
                name, type, nullable, defaultValue, identity, generatedAs, checks, collation, comment, options);
    }
}
