package dev.accrete.processor.map;

import dev.accrete.processor.entity.EntityCode;
import dev.accrete.processor.map.binding.ColumnBinding;
import dev.accrete.processor.map.binding.Inheritance;
import dev.accrete.processor.map.naming.NamingStrategy;
import dev.accrete.processor.map.type.ColumnSpec;
import dev.accrete.processor.report.Problems;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Refuses join columns to a primary key that Hibernate refuses, or binds by accident. */
final class JoinColumnRefusals {

    private final Mapping mapping;
    private final Problems problems;
    private final NamingStrategy naming;

    JoinColumnRefusals(Mapping mapping) {
        this.mapping = mapping;
        this.problems = mapping.problems;
        this.naming = mapping.naming;
    }

    /**
     * Of a key of several columns, Hibernate calls each one that is stated without a name as the first one.
     *
     * @implNote Hibernate's AnnotatedJoinColumn.buildInheritanceJoinColumn
     */
    void refuseUnnamed(Join join, List<ColumnSpec> specs, ReferencedKey key) {
        if (key.size() < 2 || specs.size() != key.size()) {
            return;
        }
        for (int i = 0; i < specs.size(); i++) {
            ColumnSpec spec = specs.get(i);
            ColumnBinding referenced =
                    spec.referenced().flatMap(key::named).orElse(key.columns().get(i));
            if (spec.name().isEmpty() && !referenced.equals(key.first())) {
                problems.add(
                        EntityCode.JOIN_COLUMN_COUNT,
                        spec.place(),
                        join.subject(),
                        "Hibernate calls each join column without a name as the first column of the key, and this one refers to "
                                + referenced.logical.text(),
                        "give it a name of its own with name = \"...\"");
                return;
            }
        }
    }

    /**
     * Refuses a definition of a key's column that would have quotes if it were a name.
     *
     * @implNote Hibernate's AnnotatedJoinColumn.buildExplicitInheritanceJoinColumn, which writes it as an identifier.
     */
    void refuseQuotedDefinition(Join join, List<ColumnSpec> specs) {
        for (ColumnSpec spec : specs) {
            spec.definition()
                    .filter(sql -> naming.unchanged(NamingStrategy.name(sql)).quoted())
                    .ifPresent(sql -> problems.add(
                            EntityCode.DATABASE_REFUSES,
                            spec.place(),
                            join.subject(),
                            "Hibernate quotes the columnDefinition of a key column here as if it were a name, and there is no type"
                                    + " \"" + sql + "\"",
                            "take it away: the column is like that of the identifier, its columnDefinition included"));
        }
    }

    /**
     * Where a join column is stated without a name, Hibernate asks the target's table for the columns of the hierarchy's
     * identifier, which the key of a joined class may call otherwise.
     *
     * @param identifier the columns of the hierarchy's identifier
     * @return whether the target's table has no column of that name
     * @implNote Hibernate's TableBinder.bindImplicitPrimaryKeyReference
     */
    boolean refuseUnknown(Join join, List<ColumnSpec> specs, List<ColumnBinding> identifier) {
        if (join.target().inheritance != Inheritance.JOINED
                || join.use() == Join.Use.MAP_KEY
                || specs.size() != identifier.size()
                || specs.stream().anyMatch(spec -> spec.referenced().isPresent())) {
            return false;
        }
        for (int i = 0; i < specs.size(); i++) {
            ColumnBinding asked = identifier.get(i);
            if (specs.get(i).name().isEmpty() && !join.stated().isFormula(i) && !hasKeyColumn(join, asked)) {
                problems.add(
                        EntityCode.UNKNOWN_COLUMN,
                        specs.get(i).place(),
                        join.subject(),
                        "to name a join column, Hibernate looks for " + asked.name.text() + " in the table of "
                                + nameOf(join) + ", whose key has another name",
                        "name the join column, or leave it out");
                return true;
            }
        }
        return false;
    }

    private static boolean hasKeyColumn(Join join, ColumnBinding asked) {
        return join.target().table.primaryKey.stream().anyMatch(column -> column.name.equals(asked.name));
    }

    /**
     * The key of a joined class is known by the names in the database, not by those that the class above has for it.
     *
     * @return whether a join column refers to one of the latter
     */
    boolean reportNameAbove(Join join, List<ColumnSpec> specs, ReferencedKey key) {
        for (ColumnSpec spec : specs) {
            Optional<ColumnBinding> meant = spec.referenced()
                    .flatMap(name -> key.columns().stream()
                            .filter(column -> !NamingStrategy.same(column.logical, name))
                            .filter(column -> column.referenced()
                                    .filter(above -> NamingStrategy.same(above.logical, name))
                                    .isPresent())
                            .filter(column -> column.logical.equals(naming.physical(name)))
                            .findFirst());
            if (meant.isPresent()) {
                String known = meant.get().logical.text();
                problems.add(
                        EntityCode.UNKNOWN_COLUMN,
                        spec.place(),
                        join.subject(),
                        "Hibernate knows the key of "
                                + nameOf(join) + " as " + known + ", not as "
                                + spec.referenced().get().text(),
                        "refer to " + known + ", or leave referencedColumnName out");
                return true;
            }
        }
        return false;
    }

    /** Whatever names a column of a key, or is called after it, has to find it by the name that its table has. */
    void refuseUnquoted(Join join, ColumnBinding referenced) {
        if (mapping.derivedColumns.losesQuotes(referenced)) {
            problems.add(
                    EntityCode.DERIVED_REFERENCE,
                    join.place(),
                    join.subject(),
                    "Hibernate forgets the quotes of " + referenced.name.text() + " in the derived identifier of "
                            + nameOf(join) + ", and does not find the column",
                    "take the quotes away there");
        }
    }

    /** Hibernate calls the column by the referenced one's name of the moment when it binds it. */
    void reportRenamed(Join join, ColumnBinding referenced) {
        problems.add(
                EntityCode.MAPS_ID,
                join.place(),
                join.subject(),
                "Hibernate derives a name from " + referenced.name.text() + " or from what "
                        + nameOf(join)
                        + " calls it, by the order in which it reads the classes: a @MapsId there names its identifier",
                "name the join column, or leave the name out of that @MapsId");
    }

    void reportCount(Join join, String problem, ReferencedKey key) {
        problems.add(
                EntityCode.JOIN_COLUMN_COUNT,
                join.stated().columns().get(0).place(),
                join.subject(),
                problem,
                "state one @JoinColumn with referencedColumnName for each of: " + key.listed());
    }

    /**
     * Refuses derived join columns to a key in which a column states its type as SQL: Hibernate gives that type to all
     * columns after it, whatever they refer to. Where they state the same, that changes nothing, and the columns of a derived
     * identifier are copied from the key in another way.
     *
     * @implNote Hibernate's AnnotatedJoinColumn.linkValueUsingDefaultColumnNaming, which keeps the type of the column before.
     */
    void refuseLeakingDefinition(Join join, ReferencedKey key, List<ColumnBinding> columns) {
        mapping.later(
                Mapping.Pass.CONSTRAINTS,
                () -> leakingDefinition(key.columns())
                        .filter(column -> !mapping.derivedColumns.areCopied(columns))
                        .ifPresent(column -> problems.add(
                                EntityCode.LEAKING_DEFINITION,
                                join.place(),
                                join.subject(),
                                "Hibernate gives the columnDefinition of " + column.logical.text()
                                        + " to the join columns after it, too",
                                "state the join columns: "
                                        + key.columns().stream()
                                                .map(each -> "@JoinColumn(name = \""
                                                        + join.implicitName()
                                                                .apply(each.logical)
                                                                .text()
                                                        + "\", referencedColumnName = \"" + each.logical.text() + "\")")
                                                .collect(Collectors.joining(" ")))));
    }

    private static Optional<ColumnBinding> leakingDefinition(List<ColumnBinding> key) {
        List<ColumnBinding> fromFirst =
                key.stream().dropWhile(column -> !column.passesDefinition()).toList();
        return fromFirst.stream()
                .findFirst()
                .filter(first -> fromFirst.stream().anyMatch(column -> !statesSame(first, column)));
    }

    private static boolean statesSame(ColumnBinding column, ColumnBinding other) {
        return other.passesDefinition() && column.type().equals(other.type());
    }

    private static String nameOf(Join join) {
        return join.target().entity.details().simpleName();
    }
}
