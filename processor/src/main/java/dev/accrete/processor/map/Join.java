package dev.accrete.processor.map;

import dev.accrete.processor.map.binding.ColumnBinding;
import dev.accrete.processor.map.binding.EntityBinding;
import dev.accrete.processor.map.binding.TableBinding;
import dev.accrete.processor.source.Place;
import dev.accrete.schema.model.Name;
import dev.accrete.schema.model.Origin;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Columns that are to be bound because they refer to a key.
 *
 * @param table the table that gets the columns
 * @param target the entity that is referred to
 * @param stated what the mapping says about columns and foreign key
 * @param implicitName the logical name of a column without a stated one, by the logical name that it refers to
 * @param required whether the columns take no NULL, whatever is stated
 * @param unique whether all columns together are unique
 * @param defaultValue the SQL expression of the columns' {@code DEFAULT}
 * @param use what the columns are for
 * @param position the place of the attribute in Hibernate's order
 */
record Join(
        TableBinding table,
        EntityBinding target,
        JoinSpec stated,
        UnaryOperator<Name> implicitName,
        boolean required,
        boolean unique,
        Optional<String> defaultValue,
        Origin origin,
        String subject,
        Place place,
        Use use,
        int position) {

    Join(
            TableBinding table,
            EntityBinding target,
            JoinSpec stated,
            UnaryOperator<Name> implicitName,
            boolean required,
            boolean unique,
            Optional<String> defaultValue,
            Origin origin,
            String subject,
            Place place,
            Use use) {
        this(table, target, stated, implicitName, required, unique, defaultValue, origin, subject, place, use, 0);
    }

    /** Of a reference that the table's entity has. */
    Join(
            TableBinding table,
            EntityBinding target,
            JoinSpec stated,
            UnaryOperator<Name> implicitName,
            boolean required,
            boolean unique,
            Optional<String> defaultValue,
            Origin origin,
            String subject,
            Place place) {
        this(
                table,
                target,
                stated,
                implicitName,
                required,
                unique,
                defaultValue,
                origin,
                subject,
                place,
                Use.REFERENCE);
    }

    Join withoutForeignKey() {
        return new Join(
                table,
                target,
                stated.unconstrained(),
                implicitName,
                required,
                unique,
                defaultValue,
                origin,
                subject,
                place,
                use,
                position);
    }

    Join named(Name name) {
        return new Join(
                table,
                target,
                stated.named(name),
                implicitName,
                required,
                unique,
                defaultValue,
                origin,
                subject,
                place,
                use,
                position);
    }

    /** The relation that a foreign key over the columns is of, if an attribute writes them. */
    Optional<TableBinding.Relation> relation() {
        return use == Use.REFERENCE
                ? Optional.of(new TableBinding.Relation(origin.className(), position))
                : Optional.empty();
    }

    /** When Hibernate binds the columns. */
    ColumnBinding.Turn turn() {
        return use.isOfEntity()
                ? new ColumnBinding.Turn(ColumnBinding.Phase.RELATIONS, position)
                : ColumnBinding.Turn.OF_COLLECTION;
    }

    /** What join columns are for. */
    enum Use {
        /** An attribute that writes them. */
        REFERENCE,
        /** A relation that writes the identifier: {@code @MapsId}. */
        MAPPED_KEY,
        /** The owner of a collection. An attribute of the table's entity may have the same columns, and decides on them. */
        COLLECTION_KEY,
        /** An entity in a collection; Hibernate makes no foreign key to other columns than its key. */
        IN_COLLECTION,
        /** An entity that is the key of a map; as above. */
        MAP_KEY;

        /** Whether an attribute of the table's entity has them, not a collection. */
        boolean isOfEntity() {
            return this == REFERENCE || this == MAPPED_KEY;
        }
    }
}
