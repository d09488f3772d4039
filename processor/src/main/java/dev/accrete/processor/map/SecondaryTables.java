package dev.accrete.processor.map;

import dev.accrete.processor.entity.EntityCode;
import dev.accrete.processor.entity.Jpa;
import dev.accrete.processor.map.binding.EntityBinding;
import dev.accrete.processor.map.binding.Scope;
import dev.accrete.processor.map.binding.TableBinding;
import dev.accrete.processor.map.naming.NamingStrategy;
import dev.accrete.processor.map.type.ColumnSpec;
import dev.accrete.processor.source.AnnotationUsage;
import dev.accrete.processor.source.Place;
import dev.accrete.schema.model.Name;
import dev.accrete.schema.model.Origin;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Binds {@code @SecondaryTable}s: their key is the entity's, and refers to it. */
final class SecondaryTables {

    private final Mapping mapping;

    SecondaryTables(Mapping mapping) {
        this.mapping = mapping;
    }

    /** Adds the tables to the binding; their keys follow when the identifier is there. */
    void bind(EntityBinding binding) {
        List<AnnotationUsage> usages =
                binding.entity.details().annotations().all(Jpa.SECONDARY_TABLE, Jpa.SECONDARY_TABLES);
        for (AnnotationUsage usage : usages) {
            Name logical = NamingStrategy.name(usage.string("name"));
            TableBinding table = new TableBinding(
                    logical,
                    mapping.naming.physical(usage.nonEmpty("schema").map(NamingStrategy::name), logical),
                    new Origin(binding.entity.className(), ""),
                    binding.entity.details().simpleName(),
                    usage.place(),
                    binding.entity.owned());
            checkOther(table, binding);
            mapping.tables.share(table);
            table.referable = binding.table.referable;
            binding.secondaryTables.put(logical, table);
            mapping.constraints.read(usage, table);
        }
    }

    /** @implNote Hibernate's InFlightMetadataCollectorImpl.EntityTableXrefImpl.addSecondaryTable */
    private void checkOther(TableBinding table, EntityBinding binding) {
        if (table.name.equals(binding.table.name)
                || binding.secondaryTables.values().stream().anyMatch(other -> other.name.equals(table.name))) {
            mapping.problems.add(
                    EntityCode.SAME_TABLE,
                    table.place,
                    table.subject,
                    "the table " + table.name + " is one of the entity's already",
                    "name another table with @SecondaryTable(name = \"...\"), or leave the annotation away");
        }
    }

    /** Binds the keys of an entity's secondary tables. */
    static void bindKeys(Mapping mapping, EntityBinding binding) {
        List<AnnotationUsage> usages =
                binding.entity.details().annotations().all(Jpa.SECONDARY_TABLE, Jpa.SECONDARY_TABLES);
        for (AnnotationUsage usage : usages) {
            TableBinding table = binding.secondaryTables.get(NamingStrategy.name(usage.string("name")));
            // A foreign key that the join columns state is ignored; the table's own counts.
            JoinSpec own = new JoinSpec(
                    usage.nestedList("pkJoinColumns"),
                    isFoundAgain(table, usage) ? ForeignKeySpec.in(usage, "foreignKey") : ForeignKeySpec.implied());
            table.keyedEarly = true;
            table.primaryKey = mapping.joins.bindKey(new Join(
                    table,
                    binding,
                    own,
                    binding.table::derived,
                    true,
                    false,
                    Optional.empty(),
                    table.origin,
                    table.subject,
                    table.place));
        }
    }

    /**
     * Whether the foreign key that an annotation states counts.
     *
     * @implNote Hibernate's EntityBinder.findMatchingSecondaryTable looks for the annotation by the name that the table has
     *     in the database.
     */
    private static boolean isFoundAgain(TableBinding table, AnnotationUsage usage) {
        Name stated = NamingStrategy.name(usage.string("name"));
        Name physical = table.name.name();
        return stated.quoted() == physical.quoted() && stated.text().equals(physical.text());
    }

    /**
     * The table that a column is stated to be in: a secondary one, or that of a relation to one entity which Hibernate binds
     * before the attribute.
     *
     * @return the scope's own table if none is stated; empty, and a problem, for a table that the entity does not have
     */
    static Optional<TableBinding> table(Mapping mapping, Scope scope, ColumnSpec spec, String subject) {
        return spec.table().isEmpty()
                ? Optional.of(scope.table())
                : table(mapping, scope, spec.table().get(), spec.place(), subject);
    }

    /** As above, for a stated name: of its own table as the database calls it, of another one as the mapping does, too. */
    static Optional<TableBinding> table(Mapping mapping, Scope scope, String name, Place place, String subject) {
        if (isCalled(scope.table(), name)) {
            return Optional.of(scope.table());
        }
        EntityBinding owner = scope.owner();
        Optional<TableBinding> table = isCalled(owner.table, name)
                ? Optional.of(owner.table)
                : Optional.ofNullable(owner.secondaryTables.get(NamingStrategy.name(name)))
                        .or(() -> owner.secondaryTables.values().stream()
                                .filter(each -> isCalled(each, name))
                                .findFirst())
                        .or(() -> Optional.ofNullable(owner.joinTables.get(NamingStrategy.name(name)))
                                .filter(joined -> joined.position() < scope.position())
                                .map(EntityBinding.JoinTable::table));
        if (table.isEmpty()) {
            mapping.problems.add(
                    EntityCode.UNKNOWN_TABLE,
                    place,
                    subject,
                    scope.owner().entity.details().simpleName() + " has no secondary table " + name,
                    "declare it with @SecondaryTable(name = \"" + name + "\") on the class");
        }
        return table;
    }

    /**
     * As above, for a join column, which may also name its own table as the mapping does.
     *
     * @implNote Hibernate's AnnotatedJoinColumn.applyJoinAnnotation asks the naming strategy, and that of other columns does not.
     */
    static Optional<TableBinding> ofJoinColumn(Mapping mapping, Scope scope, ColumnSpec spec, String subject) {
        Optional<String> physical = spec.table()
                .map(name -> mapping.naming.physical(NamingStrategy.name(name)).text());
        return Stream.of(scope.table(), scope.owner().table)
                .filter(table -> physical.filter(name -> isCalled(table, name)).isPresent())
                .findFirst()
                .or(() -> table(mapping, scope, spec, subject));
    }

    private static boolean isCalled(TableBinding table, String name) {
        return table.name.name().text().equals(name);
    }
}
