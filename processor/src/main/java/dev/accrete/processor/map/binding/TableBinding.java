package dev.accrete.processor.map.binding;

import dev.accrete.processor.map.naming.NamingStrategy;
import dev.accrete.processor.source.Place;
import dev.accrete.schema.model.Name;
import dev.accrete.schema.model.Origin;
import dev.accrete.schema.model.QualifiedName;
import dev.accrete.schema.model.ReferentialAction;
import dev.accrete.schema.model.Row;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BinaryOperator;
import java.util.function.Function;

/** A table while it is being put together. */
public final class TableBinding {

    /** What annotations call it; names of join tables are derived from it. */
    public final Name logical;

    public final QualifiedName name;
    public final Origin origin;

    /** How a diagnostic names what it belongs to. */
    public final String subject;

    public final Place place;

    /** Whether the model covers it; others are there so that foreign keys can refer to them. */
    public final boolean owned;

    /** In the order in which the columns were bound; empty for a table without primary key. */
    public List<ColumnBinding> primaryKey = List.of();

    /**
     * Whether the primary key was there before its columns, as that of a secondary table and of a relation to one entity: no
     * unique constraint orders or names it then (Hibernate's Join.createPrimaryKey, Table.checkPrimaryKeyUniqueKey).
     */
    public boolean keyedEarly;

    /** The table of the superclass whose columns and references this one repeats (TABLE_PER_CLASS). */
    public Optional<TableBinding> included = Optional.empty();

    /** Whether it is in no database: of an abstract class whose subclasses repeat it, or of a query. */
    public boolean virtual;

    /**
     * Whether a foreign key can refer to it. What refers to one where none can still counts where another one over the same
     * columns is made: Hibernate keeps the first and writes it for no database (ForeignKey.isPhysicalConstraint).
     */
    public boolean referable = true;

    /** The query of the view that stands in its place. */
    public Optional<String> view = Optional.empty();

    public Optional<String> comment = Optional.empty();
    public Optional<String> options = Optional.empty();
    public final List<Unique> uniques = new ArrayList<>();
    public final List<Reference> references = new ArrayList<>();
    public final List<IndexSpec> indexes = new ArrayList<>();
    public final List<Check> checks = new ArrayList<>();
    public final List<Row> rows = new ArrayList<>();

    private final Map<Name, ColumnBinding> columns = new LinkedHashMap<>();
    private final Map<Name, ColumnBinding> byLogicalName = new LinkedHashMap<>();

    public TableBinding(Name logical, QualifiedName name, Origin origin, String subject, Place place, boolean owned) {
        this.logical = logical;
        this.name = name;
        this.origin = origin;
        this.subject = subject;
        this.place = place;
        this.owned = owned;
    }

    /**
     * Adds a unique key that the mapping states.
     *
     * @implNote Hibernate's Table.getOrCreateUniqueKey: of several with one name, it makes one over the columns of all.
     */
    public void add(Unique unique) {
        merge(uniques, unique, Unique::name, Unique::with);
    }

    /**
     * Adds an index.
     *
     * @implNote Hibernate's Table.getOrCreateIndex, as with unique keys
     */
    public void add(IndexSpec index) {
        merge(indexes, index, IndexSpec::name, IndexSpec::with);
    }

    private static <T> void merge(List<T> all, T next, Function<T, Optional<Name>> name, BinaryOperator<T> merged) {
        for (int i = 0; i < all.size(); i++) {
            if (isSame(name.apply(all.get(i)), name.apply(next))) {
                all.set(i, merged.apply(all.get(i), next));
                return;
            }
        }
        all.add(next);
    }

    /** Hibernate compares names as they are written. */
    private static boolean isSame(Optional<Name> stated, Optional<Name> other) {
        return stated.isPresent() && stated.map(Name::toString).equals(other.map(Name::toString));
    }

    private static <T> List<T> union(List<T> first, List<T> second) {
        Set<T> union = new LinkedHashSet<>(first);
        union.addAll(second);
        return List.copyOf(union);
    }

    /**
     * A unique key.
     *
     * @param name the stated name
     * @param unwritable where the mapping states an order or options that no constraint takes
     */
    public record Unique(Optional<Name> name, List<ColumnBinding> columns, Source source, Optional<Place> unwritable) {

        /** What the key is from. */
        public enum Source {
            /** The mapping states the constraint. */
            CONSTRAINT,
            /** The mapping states a unique index over columns. */
            INDEX,
            /** It follows from a relation or a natural id, and is left out beside a stated one. */
            IMPLIED
        }

        public Unique(Optional<Name> name, List<ColumnBinding> columns) {
            this(name, columns, Source.CONSTRAINT, Optional.empty());
        }

        /** One that follows from a relation or a natural id. */
        public static Unique implied(List<ColumnBinding> columns) {
            return new Unique(Optional.empty(), columns, Source.IMPLIED, Optional.empty());
        }

        public boolean isImplied() {
            return source == Source.IMPLIED;
        }

        private Unique with(Unique other) {
            return new Unique(name, union(columns, other.columns), source, unwritable.or(other::unwritable));
        }
    }

    /**
     * A foreign key.
     *
     * @param name the stated name
     * @param referenced in the order of {@code columns}
     * @param ofCollection whether a collection has it, not an attribute of the table's entity
     * @param relation the relation that has columns of its own and is the foreign key
     */
    public record Reference(
            Optional<Name> name,
            List<ColumnBinding> columns,
            TableBinding table,
            List<ColumnBinding> referenced,
            ReferentialAction onDelete,
            Optional<String> definition,
            Optional<String> options,
            boolean ofCollection,
            Optional<Relation> relation) {

        public Reference withOnDelete(ReferentialAction action) {
            return new Reference(name, columns, table, referenced, action, definition, options, ofCollection, relation);
        }

        /** Whether it is a foreign key in the database. */
        public boolean isMade() {
            return table.referable;
        }

        Reference unnamed() {
            return new Reference(
                    Optional.empty(),
                    columns,
                    table,
                    referenced,
                    onDelete,
                    definition,
                    options,
                    ofCollection,
                    relation);
        }
    }

    /**
     * A to-one of an entity.
     *
     * @param className the entity
     * @param position the place of the attribute in Hibernate's order
     */
    public record Relation(String className, int position) {}

    /**
     * An index.
     *
     * @param name the stated name
     * @param unique only for one with an expression; over plain columns a unique index is a unique key
     */
    public record IndexSpec(Optional<Name> name, List<IndexPart> parts, boolean unique, Optional<String> options) {

        private IndexSpec with(IndexSpec other) {
            List<IndexPart> ordered = parts.stream()
                    .map(part -> other.parts.stream()
                            .filter(again -> again.isOfSame(part) && again.order.isPresent())
                            .findFirst()
                            .orElse(part))
                    .toList();
            List<IndexPart> added = other.parts.stream()
                    .filter(part -> ordered.stream().noneMatch(part::isOfSame))
                    .toList();
            return new IndexSpec(name, union(ordered, added), other.unique, other.options);
        }
    }

    /**
     * A column of an index, or an expression.
     *
     * @param order as stated; of those that one index states for a column the last one counts
     */
    public record IndexPart(Optional<ColumnBinding> column, Optional<String> expression, Optional<Order> order) {

        /** How an index sorts. */
        public enum Order {
            ASC,
            DESC
        }

        public static IndexPart column(ColumnBinding column, Optional<Order> order) {
            return new IndexPart(Optional.of(column), Optional.empty(), order);
        }

        public static IndexPart expression(String sql, Optional<Order> order) {
            return new IndexPart(Optional.empty(), Optional.of(sql), order);
        }

        public boolean descending() {
            return order.equals(Optional.of(Order.DESC));
        }

        private boolean isOfSame(IndexPart other) {
            return column.equals(other.column) && expression.equals(other.expression);
        }

        /** What stands for it in the name of an index without a stated one. */
        public Name nameOrExpression() {
            return column.map(each -> each.name).orElseGet(() -> ofExpression(expression.orElseThrow()));
        }

        /** What stands for an expression in the name of an index. */
        public static Name ofExpression(String sql) {
            return Name.of(sql.replaceAll("[^A-Za-z0-9]+", "_").replaceAll("^_|_$", ""));
        }
    }

    /**
     * A table check.
     *
     * @param ofColumn whether a column brings it, e.g. a named one, so that each table has it that has the column
     */
    public record Check(Optional<Name> name, String condition, Optional<String> options, boolean ofColumn) {

        public Check(Optional<Name> name, String condition, Optional<String> options) {
            this(name, condition, options, false);
        }
    }

    /** The table whose primary key it has: its own, or that of the outermost included table. */
    public TableBinding keyed() {
        return included.map(TableBinding::keyed).orElse(this);
    }

    /** Those of the included table first, then in the order in which they were added. */
    public Collection<ColumnBinding> columns() {
        if (included.isEmpty()) {
            return columns.values();
        }
        List<ColumnBinding> all = new ArrayList<>(included.get().columns());
        all.addAll(columns.values());
        return all;
    }

    /** A name that is derived from the table's or a column's of it: quoted if the table's name is. */
    public Name derived(Name from) {
        return logical.quoted() ? Name.quoted(from.text()) : from;
    }

    /** With those of the included table, whose names and actions on deletion Hibernate does not repeat. */
    public List<Reference> references() {
        return concat(
                included.map(table -> table.references().stream()
                        .map(reference -> reference
                                .withOnDelete(ReferentialAction.NO_ACTION)
                                .unnamed())
                        .toList()),
                references);
    }

    /** The references that are foreign keys in the database. */
    public List<Reference> madeReferences() {
        return references().stream().filter(Reference::isMade).toList();
    }

    /** With those that columns of the included table bring; Hibernate does not repeat the others. */
    public List<Check> checks() {
        return concat(
                included.map(
                        table -> table.checks().stream().filter(Check::ofColumn).toList()),
                checks);
    }

    /** Whether it is a column that the included table brings. */
    public boolean includes(ColumnBinding column) {
        return included.flatMap(table -> table.column(column.name))
                .filter(column::equals)
                .isPresent();
    }

    private static <T> List<T> concat(Optional<List<T>> first, List<T> second) {
        List<T> all = new ArrayList<>(first.orElse(List.of()));
        all.addAll(second);
        return all;
    }

    /** The column that the database calls so, also one of the included table. */
    public Optional<ColumnBinding> column(Name physical) {
        return Optional.ofNullable(columns.get(physical)).or(() -> included.flatMap(table -> table.column(physical)));
    }

    /** The column that annotations call so. */
    public Optional<ColumnBinding> byLogicalName(Name logicalName) {
        return Optional.ofNullable(byLogicalName.get(logicalName))
                .or(() -> included.flatMap(table -> table.byLogicalName(logicalName)));
    }

    /** The column that annotations of another table call so, by its logical name alone. */
    public Optional<ColumnBinding> named(Name asked) {
        return byLogicalName.entrySet().stream()
                .filter(entry -> NamingStrategy.same(entry.getKey(), asked))
                .map(Map.Entry::getValue)
                .findFirst()
                .or(() -> included.flatMap(table -> table.named(asked)));
    }

    /**
     * Adds a column, or takes the one of that name that is there: attributes may share a column, and the one that is bound
     * first decides what it is like, whichever of them writes it (Hibernate's Table.addColumn).
     *
     * @return the column that the table has now under that name
     */
    public ColumnBinding add(ColumnBinding column) {
        ColumnBinding present = column(column.name).orElse(null);
        byLogicalName.putIfAbsent(column.logical, column);
        if (present == null) {
            column.table = Optional.of(this);
            columns.put(column.name, column);
            return column;
        }
        if (!column.origin.equals(present.origin)) {
            present.alsoOf.add(column.origin);
        }
        if (!includes(present) && column.isBefore(present)) {
            // The same object stays, because keys may hold it already.
            present.replaceBy(column);
            present.nullable &= !primaryKey.contains(present);
        } else if (present.discriminates && !column.discriminates && column.hasType()) {
            present.isKeptAs(column);
        }
        byLogicalName.put(column.logical, present);
        return present;
    }
}
