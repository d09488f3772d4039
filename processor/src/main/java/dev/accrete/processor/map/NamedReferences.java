package dev.accrete.processor.map;

import dev.accrete.processor.entity.Attribute;
import dev.accrete.processor.entity.AttributeOrder;
import dev.accrete.processor.entity.EntityCode;
import dev.accrete.processor.map.binding.ColumnBinding;
import dev.accrete.processor.map.binding.EntityBinding;
import dev.accrete.processor.map.binding.TableBinding;
import dev.accrete.processor.map.type.ColumnSpec;
import dev.accrete.schema.model.ColumnType;
import dev.accrete.schema.model.Name;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Binds join columns that refer by name to other columns than those of the primary key, and makes these unique, because a
 * foreign key needs that.
 *
 * @implNote Hibernate's BinderHelper: it looks for the attributes of the referenced columns, each of which must be
 *     referenced as a whole, and lists the columns by the names of the attributes.
 */
final class NamedReferences {

    private final Mapping mapping;
    private final JoinColumns joins;

    NamedReferences(Mapping mapping, JoinColumns joins) {
        this.mapping = mapping;
        this.joins = joins;
    }

    /** An attribute with its columns. */
    private record Referable(Attribute attribute, List<ColumnBinding> columns) {

        String name() {
            return attribute.name();
        }

        boolean isRelation() {
            return attribute instanceof Attribute.ToOne;
        }

        boolean isIdentifier() {
            return attribute.isIdentifier();
        }
    }

    /**
     * The columns get their names at once; what they refer to is looked up when all columns are there.
     *
     * @return the columns as they are stated; when it is known what they refer to, in the order of those
     */
    List<ColumnBinding> bind(Join join, List<ColumnSpec> specs) {
        List<Optional<ColumnBinding>> columns = new ArrayList<>();
        for (int i = 0; i < specs.size(); i++) {
            ColumnSpec spec = specs.get(i);
            if (spec.referenced().isEmpty()) {
                report(
                        join,
                        "a join column names no column that it refers to, and others do",
                        "give each of them a referencedColumnName");
                return List.of();
            }
            columns.add(
                    join.stated().isFormula(i)
                            ? Optional.empty()
                            : Optional.of(
                                    joins.add(join, spec, spec.referenced().get())));
        }
        List<ColumnBinding> bound =
                new ArrayList<>(columns.stream().flatMap(Optional::stream).toList());
        mapping.later(Mapping.Pass.COLUMNS, () -> refer(join, columns, specs, bound));
        return bound;
    }

    private void refer(
            Join join, List<Optional<ColumnBinding>> columns, List<ColumnSpec> specs, List<ColumnBinding> bound) {
        ReferencedTable owner = owner(join, specs.get(0).referenced().orElseThrow());
        List<ColumnBinding> referenced = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            ColumnSpec spec = specs.get(i);
            Name name = spec.referenced().orElseThrow();
            Optional<ColumnBinding> column = owner.table().named(mapping.naming.unchanged(name));
            if (column.isEmpty()) {
                mapping.constraints.reportUnknown(owner.table(), name, join.place(), join.subject());
                columns.forEach(each -> each.ifPresent(known -> known.type(new ColumnType.Raw("unknown"))));
                return;
            }
            if (spec.name().isEmpty() && !owner.isMainTableOf(join.target())) {
                report(
                        join,
                        "Hibernate finds no name for a join column that refers to "
                                + column.get().logical.text() + ", because it is in another table than the key",
                        "name the join column");
            }
            columns.get(i).ifPresent(each -> {
                if (each.hasType() || !leadsTo(column.get(), each)) {
                    joins.refer(join, spec, each, column.get());
                } else {
                    // No attribute has the column; that is reported below.
                    each.type(new ColumnType.Raw("unknown"));
                }
            });
            referenced.add(column.get());
        }
        Optional<List<Referable>> attributes = attributes(join, owner, referenced);
        if (attributes.isEmpty() || isPartOfKey(join, attributes.get())) {
            return;
        }
        if (Set.copyOf(referenced).size() < referenced.size()) {
            report(join, "two join columns refer to one column", "refer to each column once");
            return;
        }
        List<ColumnBinding> sorted = attributes.get().stream()
                .sorted(Comparator.comparing(Referable::name))
                .flatMap(attribute -> attribute.columns().stream())
                .toList();
        checkOrder(join, specs, columns, referenced, sorted);
        boolean several = attributes.get().size() > 1;
        if (several
                || !owner.isMainTableOf(join.target())
                || mapping.version.makesReferencedAttributeUnique()
                        && !attributes.get().get(0).isIdentifier()) {
            makeUnique(owner.table(), sorted);
        }
        if (columns.stream().allMatch(Optional::isPresent)) {
            bound.clear();
            sorted.forEach(
                    column -> bound.add(columns.get(referenced.indexOf(column)).orElseThrow()));
            // Several attributes become one of the class whose table has them all.
            joins.finish(
                    hasForeignKey(join) ? join : join.withoutForeignKey(),
                    List.copyOf(bound),
                    several ? owner : ReferencedTable.of(join.target(), sorted.get(0)),
                    sorted);
        }
    }

    private boolean hasForeignKey(Join join) {
        return switch (join.use()) {
            case IN_COLLECTION, MAP_KEY -> false;
            case COLLECTION_KEY -> mapping.version.constrainsNamedKeys();
            default -> true;
        };
    }

    /** Whether a column is another one, or refers to it in the end, e.g. the key of a secondary table to itself. */
    private static boolean leadsTo(ColumnBinding column, ColumnBinding other) {
        return column.equals(other)
                || column.referenced().filter(next -> leadsTo(next, other)).isPresent();
    }

    /** The values of a collection's key are those of the owner's row, so that they are in its own table. */
    private ReferencedTable owner(Join join, Name column) {
        return join.use() == Join.Use.COLLECTION_KEY
                ? ReferencedTable.of(join.target())
                : ReferencedTable.first(
                        join.target(),
                        table -> table.named(mapping.naming.unchanged(column)).isPresent());
    }

    /** The attributes that the columns are of, in the order of the columns; empty, and a problem, if one is not whole. */
    private Optional<List<Referable>> attributes(Join join, ReferencedTable owner, List<ColumnBinding> referenced) {
        List<Referable> candidates = candidates(owner);
        List<Referable> found = new ArrayList<>();
        for (int i = 0; i < referenced.size(); ) {
            ColumnBinding column = referenced.get(i);
            Optional<Referable> attribute = candidates.stream()
                    .filter(each -> each.columns().contains(column))
                    .findFirst();
            if (attribute.isEmpty()) {
                report(
                        join,
                        "the column " + column.logical.text() + " belongs to no attribute that a relation can refer to",
                        "refer to columns of attributes of "
                                + join.target().entity.details().simpleName());
                return Optional.empty();
            }
            List<ColumnBinding> whole = attribute.get().columns();
            int end = Math.min(i + whole.size(), referenced.size());
            if (!referenced.subList(i, end).equals(whole)) {
                report(
                        join,
                        "the attribute " + attribute.get().name() + " has several columns, and not all of them are"
                                + " referred to, in their order",
                        "state a @JoinColumn for each of: "
                                + String.join(
                                        ", ",
                                        whole.stream()
                                                .map(each -> each.logical.text())
                                                .toList()));
                return Optional.empty();
            }
            found.add(attribute.get());
            i = end;
        }
        return Optional.of(found);
    }

    /** Hibernate makes a single attribute of a key not unique, so that no database takes a foreign key. */
    private boolean isPartOfKey(Join join, List<Referable> attributes) {
        boolean part = attributes.size() == 1
                && attributes.get(0).isIdentifier()
                && hasForeignKey(join)
                && join.stated().foreignKey().isMade(mapping.options.settings().foreignKeys())
                && attributes.get(0).columns().stream().noneMatch(column -> column.unique);
        if (part) {
            report(
                    join,
                    "the attribute " + attributes.get(0).name() + " is a part of the key and not unique by itself",
                    "refer to all columns of the key");
        }
        return part;
    }

    /**
     * What has a column, first to be asked first: relations come last, because others may share their columns. The key of a
     * joined class is known by the name that its table has for it, if the attribute's column has that too.
     *
     * @implNote Hibernate's BinderHelper.findPropertiesByColumns, which compares names.
     */
    private static List<Referable> candidates(ReferencedTable owner) {
        List<Referable> all = new ArrayList<>();
        for (Optional<EntityBinding> binding = Optional.of(owner.entity());
                binding.isPresent();
                binding = binding.get().parent) {
            Map<String, List<ColumnBinding>> columns = binding.get().attributes;
            all.addAll(
                    0,
                    AttributeOrder.ofEntity(binding.get().entity.attributes()).stream()
                            .map(attribute ->
                                    new Referable(attribute, columns.getOrDefault(attribute.name(), List.of())))
                            .filter(attribute -> !attribute.columns().isEmpty())
                            .toList());
        }
        Stream<Referable> plain = all.stream().filter(each -> !each.isRelation() && !each.isIdentifier());
        Stream<Referable> identifiers = all.stream()
                .filter(Referable::isIdentifier)
                .map(each -> new Referable(each.attribute(), in(owner.table(), each.columns())));
        Stream<Referable> relations = all.stream().filter(Referable::isRelation);
        return Stream.of(plain, identifiers, relations)
                .flatMap(each -> each)
                .distinct()
                .toList();
    }

    private static List<ColumnBinding> in(TableBinding table, List<ColumnBinding> columns) {
        return columns.stream()
                .map(column -> table.column(column.name).orElse(column))
                .toList();
    }

    /**
     * Hibernate gives the lengths of the columns to the join columns one by one in the order of the attributes' names, in
     * whichever order the join columns are stated, and their names, if they are not stated; formulas have none, and a column that
     * an attribute has already keeps its own.
     */
    private void checkOrder(
            Join join,
            List<ColumnSpec> specs,
            List<Optional<ColumnBinding>> columns,
            List<ColumnBinding> stated,
            List<ColumnBinding> sorted) {
        boolean unnamed = IntStream.range(0, specs.size())
                .anyMatch(i -> columns.get(i).isPresent() && specs.get(i).name().isEmpty());
        boolean mixed = IntStream.range(0, stated.size())
                .filter(i -> columns.get(i)
                        .filter(column -> column.turn.equals(join.turn()))
                        .isPresent())
                .anyMatch(i -> unnamed
                        ? stated.get(i) != sorted.get(i)
                        : !keepsSize(stated.get(i).type(), sorted.get(i).type()));
        if (mixed) {
            report(
                    join,
                    "Hibernate mixes up the types of the columns when they are stated in this order",
                    "state the @JoinColumns in the order: "
                            + String.join(
                                    ", ",
                                    sorted.stream()
                                            .map(column -> column.logical.text())
                                            .toList()));
        }
    }

    /** Whether a type stays the same with the length and precision of another one. */
    private static boolean keepsSize(ColumnType type, ColumnType other) {
        if (type.equals(other)) {
            return true;
        }
        if (type instanceof ColumnType.Sized sized) {
            long length = other instanceof ColumnType.Sized with ? with.length() : ColumnSpec.DEFAULT_LENGTH;
            return sized.length() == length && !(other instanceof ColumnType.Raw);
        }
        return type instanceof ColumnType.Simple && !(other instanceof ColumnType.Raw);
    }

    private static void makeUnique(TableBinding table, List<ColumnBinding> columns) {
        if (columns.size() == 1) {
            columns.get(0).unique = true;
        } else {
            table.uniques.add(TableBinding.Unique.implied(columns));
        }
    }

    private void report(Join join, String problem, String fix) {
        mapping.problems.add(
                EntityCode.REFERENCED_ATTRIBUTE, join.stated().columns().get(0).place(), join.subject(), problem, fix);
    }
}
