package dev.accrete.schema.diff;

import dev.accrete.schema.model.AllowedValues;
import dev.accrete.schema.model.Column;
import dev.accrete.schema.model.ForeignKey;
import dev.accrete.schema.model.Name;
import dev.accrete.schema.model.QualifiedName;
import dev.accrete.schema.model.Schema;
import dev.accrete.schema.model.Table;
import dev.accrete.schema.offer.ExampleConversion;
import dev.accrete.schema.offer.OfferedAnnotations;
import dev.accrete.schema.offer.Offers;
import dev.accrete.schema.offer.PartsOfWholes;
import dev.accrete.schema.offer.ReferenceValue;
import dev.accrete.schema.offer.RequiredValue;
import dev.accrete.schema.sql.Alias;
import dev.accrete.schema.sql.SqlIdentifiers;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Which rows of a table another one takes over, as a condition. */
final class ChosenRows {

    private final Schema before;
    private final Schema after;
    private final OfferedAnnotations classes;
    private final DiscriminatorConstants constants;
    private final PartsOfWholes wholes;
    private final ExampleConversion conversions;

    /**
     * Prepares the wording.
     *
     * @param before with the names that things have after the renames
     * @param offers tells which class a table belongs to
     */
    ChosenRows(Schema before, Schema after, Offers offers) {
        this.conversions = offers.conversions();
        OfferedAnnotations classes = offers.annotations();
        this.before = before;
        this.after = after;
        this.classes = classes;
        this.constants = new DiscriminatorConstants(after, classes);
        this.wholes = new PartsOfWholes(before, after, classes::ownedByAttribute);
    }

    /** All rows of a part of the target; else what the discriminator says. Empty for all rows. */
    Optional<String> condition(Table target, Table source) {
        if (before.table(target.name()).isPresent() && wholes.isPart(source.name(), target.name())) {
            return Optional.of("not exists (select 1 from " + target.name() + " "
                    + Alias.of("c", source.name().name()) + " where " + sameRow(target, source) + ")");
        }
        boolean all = after.table(source.name())
                .map(now -> wholes.isPart(now.name(), target.name()))
                .orElse(source.columns().stream().noneMatch(column -> constants.tell(column, target)));
        if (all) {
            return Optional.empty();
        }
        return source.columns().stream()
                .filter(column -> constants.tell(column, target))
                .findFirst()
                .map(column -> any(
                        List.of(ofClasses(column, target)),
                        referred(target, source, table -> classes.isPartOf(table, target.name()))))
                .or(() -> ofValues(target, source));
    }

    /** {@code c.id = truck.id}; keys of another type are compared as what they become. Types have changed by then. */
    private String sameRow(Table target, Table source) {
        List<String> equal = new ArrayList<>();
        for (int i = 0;
                i < Math.min(target.keyColumns().size(), source.keyColumns().size());
                i++) {
            Column key = target.column(target.keyColumns().get(i)).orElseThrow();
            Column then = source.column(source.keyColumns().get(i)).orElseThrow();
            Column former = after.table(source.name())
                    .flatMap(now -> now.column(then.name()))
                    .orElse(then);
            String value = former.name().toString();
            if (!former.type().equals(key.type()) && RequiredValue.keepsKeys(former.type(), key.type())) {
                value = conversions.of(former, key.withName(former.name()));
            }
            equal.add(Alias.of("c", source.name().name()) + "." + key.name() + " = "
                    + SqlIdentifiers.replaced(
                            value,
                            (name, text) -> Optional.of(source.name() + "." + name)
                                    .filter(qualified -> name.equals(former.name()))));
        }
        return String.join(" and ", equal);
    }

    private String ofClasses(Column discriminator, Table target) {
        Set<String> names = constants.classes(target);
        List<String> told = AllowedValues.texts(discriminator).stream()
                .filter(names::contains)
                .map(constant -> "'" + constant + "'")
                .toList();
        return discriminator.name()
                + (told.size() == 1 ? " = " + told.get(0) : " in (" + String.join(", ", told) + ")");
    }

    /** Rows with values that leave the source, and those that are referred to; a value that it goes on having tells nothing. */
    private Optional<String> ofValues(Table target, Table source) {
        List<String> filled = target.columns().stream()
                .filter(column -> MovedValues.has(source, column) && !stays(source, column))
                .map(column -> column.name() + " is not null")
                .toList();
        List<String> referred = referred(target, source, table -> true);
        return filled.isEmpty() && referred.isEmpty() ? Optional.empty() : Optional.of(any(filled, referred));
    }

    private boolean stays(Table source, Column column) {
        return after.table(source.name())
                .flatMap(now -> now.column(column.name()))
                .isPresent();
    }

    private static String any(List<String> some, List<String> others) {
        return Stream.concat(some.stream(), others.stream()).collect(Collectors.joining(" or "));
    }

    /** Rows to which tables refer that refer to the target from now on, such as those of its collections: they are needed there. */
    private List<String> referred(Table target, Table source, Predicate<QualifiedName> counts) {
        List<String> others = new ArrayList<>();
        List<Name> key = source.keyColumns();
        if (key.size() != 1) {
            return others;
        }
        for (Table table : before.tables()) {
            for (ForeignKey old : table.foreignKeys()) {
                if (old.referencedTable().equals(source.name())
                        && old.referencedColumns().equals(key)
                        && counts.test(table.name())
                        && movesTo(target, table, old)) {
                    others.add(key.get(0) + " in (select " + old.columns().get(0) + " from " + table.name() + ")");
                }
            }
        }
        return others;
    }

    /** Whether what a foreign key of a table holds is held by one that leads to the target from now on. */
    private boolean movesTo(Table target, Table table, ForeignKey old) {
        ReferenceValue values = new ReferenceValue(before, after);
        return after.table(table.name()).stream()
                .flatMap(now -> now.foreignKeys().stream())
                .filter(now -> now.referencedTable().equals(target.name()))
                .anyMatch(now -> now.columns().equals(old.columns())
                        || values.former(table, now)
                                .filter(former -> former.columns().equals(old.columns()))
                                .isPresent());
    }
}
