package dev.accrete.schema.diff;

import dev.accrete.schema.model.AllowedValues;
import dev.accrete.schema.model.Column;
import dev.accrete.schema.model.QualifiedName;
import dev.accrete.schema.model.Schema;
import dev.accrete.schema.model.Table;
import dev.accrete.schema.offer.OfferedAnnotations;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Which constants of a discriminator tell the rows of a table: the names of its class and of those that extend it. */
final class DiscriminatorConstants {

    private final Schema after;
    private final OfferedAnnotations classes;

    /** @param classes tells which class a table belongs to */
    DiscriminatorConstants(Schema after, OfferedAnnotations classes) {
        this.after = after;
        this.classes = classes;
    }

    /** Whether a column can say that a row is one of the table's class. */
    boolean tell(Column column, Table table) {
        return ofClass(column, table.name()).isPresent();
    }

    /** What a column says of the rows of a table, by its class or by its name. */
    Optional<String> constant(Column column, QualifiedName table) {
        return ofClass(column, table).or(() -> like(column, table));
    }

    private Optional<String> ofClass(Column column, QualifiedName table) {
        return classes.className(table)
                .filter(name -> AllowedValues.texts(column).contains(name));
    }

    /** {@code SportsCar} for the table {@code sports_car}. */
    static Optional<String> like(Column column, QualifiedName table) {
        String name = plain(table.name().text());
        return AllowedValues.texts(column).stream()
                .filter(constant -> plain(constant).equals(name))
                .findFirst();
    }

    private static String plain(String name) {
        return name.replace("_", "").toLowerCase(Locale.ROOT);
    }

    /** The class of a table and those of the tables that extend it. */
    Set<String> classes(Table table) {
        Set<String> names = new LinkedHashSet<>();
        collect(table.name(), names, new HashSet<>());
        return names;
    }

    private void collect(QualifiedName table, Set<String> names, Set<QualifiedName> seen) {
        if (!seen.add(table)) {
            return;
        }
        classes.className(table).ifPresent(names::add);
        after.tables().stream()
                .filter(part -> MovedValues.isExtension(part, table))
                .forEach(part -> collect(part.name(), names, seen));
    }
}
