package dev.accrete.processor.map;

import dev.accrete.processor.entity.Attribute;
import dev.accrete.processor.entity.Jpa;
import dev.accrete.processor.map.binding.ColumnBinding;
import dev.accrete.processor.map.binding.EntityBinding;
import dev.accrete.processor.map.binding.TableBinding;
import dev.accrete.processor.map.hibernate.TargetDialect;
import dev.accrete.processor.source.AnnotationUsage;
import dev.accrete.schema.model.ColumnType;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Makes the tables that keep what the rows of something {@code @Temporal} were, each with the time from which and until
 * which it was so.
 *
 * @implNote Hibernate's TemporalHelper with TemporalTableStrategy.HISTORY_TABLE, the default for H2 and PostgreSQL.
 */
final class HistoryTables {

    private static final String SUFFIX = "_history";
    private static final String START = "rowStart";
    private static final String END = "rowEnd";
    private static final int DEFAULT_PRECISION = 6;

    private final Mapping mapping;
    private final AuxiliaryTables tables;
    private final Changelogs changelogs;
    /** What asks for the history of a table; both sides of a relation may. */
    private final Map<TableBinding, List<AnnotationUsage>> asked = new HashMap<>();

    HistoryTables(Mapping mapping, Changelogs changelogs) {
        this.mapping = mapping;
        this.tables = new AuxiliaryTables(mapping);
        this.changelogs = changelogs;
    }

    /** Makes the table of an entity that extends none. */
    void bind(EntityBinding binding) {
        if (binding.parent.isEmpty()) {
            RowAnnotations.ofTable(binding.entity, Jpa.TEMPORAL_ROWS)
                    .ifPresent(usage -> bind(
                            usage,
                            binding.entity.details().annotations().find(Jpa.TEMPORAL_HISTORY_TABLE),
                            binding.table,
                            () -> version(binding)));
        }
    }

    /** Makes the table of a collection that has a table of its own. */
    void bind(Attribute attribute, TableBinding table) {
        RowAnnotations.ofCollection(attribute, Jpa.TEMPORAL_ROWS, true)
                .ifPresent(usage -> bind(
                        usage,
                        attribute.declaration().annotations().find(Jpa.TEMPORAL_HISTORY_TABLE),
                        table,
                        List::of));
    }

    /** @param version the columns that tell the states of a row apart; empty if the time does */
    private void bind(
            AnnotationUsage usage,
            Optional<AnnotationUsage> stated,
            TableBinding main,
            Supplier<List<ColumnBinding>> version) {
        List<AnnotationUsage> all = asked.computeIfAbsent(main, table -> new ArrayList<>());
        all.add(usage);
        if (all.size() > 1) {
            checkAlike(all, main);
            return;
        }
        // What relations of other entities add later to the table of an entity, Hibernate does not copy.
        mapping.later(
                Mapping.Pass.COLUMNS,
                () -> tables.beside(
                                main,
                                stated.orElse(usage),
                                Optional.empty(),
                                stated.flatMap(table -> table.nonEmpty("name")),
                                AuxiliaryTables.suffixed(main, SUFFIX))
                        .ifPresent(history -> {
                            List<ColumnBinding> columns = List.copyOf(main.columns());
                            mapping.later(
                                    Mapping.Pass.HISTORIES, () -> fill(usage, history, main, columns, version.get()));
                        }));
    }

    /** Hibernate adds all of it again for the other side, which leaves one more check if both say the same. */
    private void checkAlike(List<AnnotationUsage> all, TableBinding main) {
        all.stream()
                .filter(usage -> !usage.string(START).equals(all.get(0).string(START))
                        || !usage.string(END).equals(all.get(0).string(END)))
                .forEach(usage -> mapping.refuse(usage, main.subject));
    }

    private void fill(
            AnnotationUsage usage,
            TableBinding history,
            TableBinding main,
            List<ColumnBinding> columns,
            List<ColumnBinding> version) {
        columns.forEach(column -> history.add(column.inHistory(true)));
        main.checks.stream().filter(TableBinding.Check::ofColumn).forEach(history.checks::add);
        ColumnBinding start = tables.added(history, usage.string(START), type(usage), false);
        ColumnBinding end = tables.added(history, usage.string(END), type(usage), true);
        TableBinding.Check check = new TableBinding.Check(
                Optional.empty(), end.sql() + " is null or " + end.sql() + " > " + start.sql(), Optional.empty());
        history.checks.addAll(Collections.nCopies(asked.get(main).size(), check));
        if (!main.primaryKey.isEmpty()) {
            List<ColumnBinding> key = new ArrayList<>(AuxiliaryTables.same(main.primaryKey, history));
            key.addAll(version.isEmpty() ? List.of(start) : AuxiliaryTables.same(version, history));
            AuxiliaryTables.key(history, key);
        }
    }

    private ColumnType type(AnnotationUsage usage) {
        if (!changelogs.isByTime()) {
            return changelogs.type(usage);
        }
        int stated = usage.number("secondPrecision", -1);
        return new ColumnType.Timed(
                mapping.dialects.is(TargetDialect::recordsInUtc)
                        ? ColumnType.Timed.Kind.TIMESTAMP_WITH_TIMEZONE
                        : ColumnType.Timed.Kind.TIMESTAMP,
                stated < 0 ? DEFAULT_PRECISION : stated);
    }

    private static List<ColumnBinding> version(EntityBinding binding) {
        return binding.entity.attributes().stream()
                .filter(attribute -> attribute.has(Jpa.VERSION))
                .flatMap(attribute -> binding.attributes.getOrDefault(attribute.name(), List.of()).stream())
                .toList();
    }
}
