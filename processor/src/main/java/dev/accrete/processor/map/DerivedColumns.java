package dev.accrete.processor.map;

import dev.accrete.processor.entity.Attribute;
import dev.accrete.processor.entity.EntityCode;
import dev.accrete.processor.entity.Jpa;
import dev.accrete.processor.map.binding.ColumnBinding;
import dev.accrete.processor.map.binding.Scope;
import dev.accrete.processor.map.naming.NamingStrategy;
import dev.accrete.processor.map.type.ColumnSpec;
import dev.accrete.processor.source.TypeRef;
import dev.accrete.schema.model.ColumnType;
import dev.accrete.schema.model.Name;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Gives the columns of the relations that identifiers are derived from the types that Hibernate gives them there: it copies
 * the other entity's identifier, and forgets some of what its annotations say.
 *
 * @implNote Hibernate's CopyIdentifierComponentSecondPass, and TableBinder.linkJoinColumnWithValueOverridingNameIfImplicit.
 */
final class DerivedColumns {

    private static final Set<ColumnType.Sized.Kind> TEXTS =
            Set.of(ColumnType.Sized.Kind.CHAR, ColumnType.Sized.Kind.VARCHAR);

    private final Mapping mapping;
    private final Set<ColumnBinding> namedParts = new HashSet<>();
    private final Set<ColumnBinding> copies = new HashSet<>();
    private final CopiedIdentifiers copied;
    private final Set<ColumnBinding> unquoted = new HashSet<>();

    DerivedColumns(Mapping mapping) {
        this.mapping = mapping;
        this.copied = new CopiedIdentifiers(mapping);
    }

    /**
     * Gives the columns of a relation the types that they have in the identifier. Where the join columns are named, Hibernate
     * sizes the column of a part as the part itself would be without a {@code @Column}, and it forgets a
     * {@code columnDefinition}; of several of them, the key has columns of their types alone, so it is ordered, and what
     * refers to it is sized, as if they had the default length. A simple identifier as a whole has its length at the end only.
     *
     * @param part the attribute of the identifier that has the columns
     * @param whole whether that is all of the identifier
     */
    void settle(Attribute part, Attribute.ToOne relation, boolean whole, Scope scope, List<ColumnBinding> columns) {
        if (isEntity(part)) {
            return;
        }
        if (!copied.check(part, relation, scope)) {
            return;
        }
        List<ColumnSpec> stated = stated(relation, scope);
        Map<Name, ColumnSpec> named = new HashMap<>();
        stated.forEach(spec -> spec.name().ifPresent(name -> named.put(mapping.naming.physical(name), spec)));
        boolean single = columns.size() == 1 && !copied.isComposite(relation);
        if (single && !whole && !columns.get(0).hasType() && named.containsKey(columns.get(0).name)) {
            // It refers to another column than the key, and is what the part is.
            unsized(part).ifPresent(columns.get(0)::type);
        }
        if (!columns.stream().allMatch(ColumnBinding::hasType)) {
            // So that what refers to them in turn can be bound.
            columns.stream()
                    .filter(each -> !each.hasType())
                    .forEach(each -> unsized(part).ifPresent(each::type));
            named.values().forEach(spec -> reportReference(relation, spec, scope, List.of()));
            if (named.isEmpty()) {
                mapping.problems.add(
                        EntityCode.DERIVED_REFERENCE,
                        relation.declaration().place(),
                        scope.subject(relation),
                        "in an identifier, Hibernate makes two columns of a join column without a name that refers to another"
                                + " column than the key",
                        "name the join column");
            }
            return;
        }
        if (single && whole && DerivedIdentifiers.part(relation).orElse("").equals(part.name())) {
            checkRenamed(part, relation, scope, columns.get(0));
        }
        for (ColumnBinding column : columns) {
            Optional<ColumnSpec> spec = Optional.ofNullable(named.get(column.name));
            if (single && spec.isPresent()) {
                namedParts.add(column);
            }
            if (single && whole && spec.isPresent()) {
                settleLate(part, relation, scope, column);
            } else {
                column.beforeAlignment().ifPresent(column::type);
            }
            if (columns.size() == 1 && !whole) {
                column.unique = single
                        ? spec.map(ColumnSpec::unique).orElse(false)
                        : stated.stream().anyMatch(ColumnSpec::unique);
            }
            if (spec.isPresent() && spec.get().definition().isEmpty()) {
                typeInKey(part, whole, single, column).ifPresent(column::type);
            } else if (spec.isPresent() && single && !whole) {
                typeInKey(part, false, true, column).ifPresent(column::typeWithoutDefinition);
            }
            if (spec.isPresent() && !single) {
                column.sizedByDefault = true;
            }
            if (!single && !column.isDefined()) {
                copy(relation, spec.isPresent(), scope, column);
            }
            if (single && !column.isDefined()) {
                typeOfPart(part, column).ifPresent(column::type);
            }
        }
        if (!single) {
            copies.addAll(columns);
            columns.stream()
                    .filter(column -> named.containsKey(column.name))
                    .forEach(column -> checkQuotes(relation, scope, column));
            copied.checkRelations(relation, scope);
            named.values().forEach(spec -> checkReference(relation, spec, scope, columns));
        }
    }

    /** Whether Hibernate copies them one by one from the identifier that they refer to. */
    boolean areCopied(List<ColumnBinding> columns) {
        return copies.containsAll(columns);
    }

    /**
     * The key has a named column as if its name were stated without quotes.
     *
     * @implNote EmbeddableBinder.CopyIdentifierComponentSecondPass.createSimpleProperty
     */
    private void checkQuotes(Attribute.ToOne relation, Scope scope, ColumnBinding column) {
        Name inKey = mapping.naming.physical(NamingStrategy.name(column.name.text()));
        if (inKey.equals(column.name)) {
            return;
        }
        unquoted.add(column);
        String found = mapping.dialects.ask(dialect -> dialect.folded(inKey.text()));
        if (!found.equals(column.name.text())) {
            mapping.problems.add(
                    EntityCode.DERIVED_REFERENCE,
                    relation.declaration().place(),
                    scope.subject(relation),
                    "Hibernate forgets the quotes of " + column.name.text() + " in the primary key, and "
                            + mapping.dialects.id() + " does not find the column",
                    "take the quotes away");
        }
    }

    /** Whether the key has a column without the quotes that it has in its table, so that nothing finds it by its name. */
    boolean losesQuotes(ColumnBinding column) {
        return unquoted.contains(column);
    }

    /**
     * Where {@code @MapsId} names a simple identifier, its column is that of a value, which is renamed as the relation's when
     * Hibernate binds the relation: it keeps its own type, and what has derived a name from it before keeps that.
     *
     * @implNote Hibernate's TableBinder.linkJoinColumnWithValueOverridingNameIfImplicit and bindImplicitColumns
     */
    private void checkRenamed(Attribute part, Attribute.ToOne relation, Scope scope, ColumnBinding column) {
        ColumnSpec own = ColumnSpec.of(
                part.declaration().annotations().find(Jpa.COLUMN),
                part.declaration().place());
        Name logical = mapping.naming.unchanged(
                own.name().orElseGet(() -> NamingStrategy.name(mapping.naming.attribute(part.name()))));
        boolean defined = own.definition().isPresent() || column.isDefined();
        if (mapping.naming.physical(logical).equals(column.name)) {
            if (!defined) {
                return;
            }
        } else {
            scope.owner().identifierRenamed = true;
        }
        boolean same = !defined
                && mapping.types
                        .of(part.declaration().type(), part.declaration().annotations(), own)
                        .map(mapping.dialects::unchecked)
                        .filter(type -> type.equals(mapping.dialects.unchecked(column.type())))
                        .isPresent();
        if (!same) {
            mapping.problems.add(
                    EntityCode.MAPS_ID,
                    relation.declaration().annotations().find(Jpa.MAPS_ID).get().place(),
                    scope.subject(relation),
                    "Hibernate gives the column " + column.name.text() + " the type of " + part.name()
                            + " here, and some of what refers to it that of the relation",
                    "leave the name out: @MapsId maps the whole identifier");
        }
    }

    private static List<ColumnSpec> stated(Attribute.ToOne relation, Scope scope) {
        return JoinSpec.ofToOne(
                        relation.declaration().annotations(), scope.overrides().association(relation.name()))
                .columns()
                .stream()
                .map(ColumnSpec::of)
                .toList();
    }

    private boolean isEntity(Attribute part) {
        return part.declaration().type() instanceof TypeRef.Declared declared
                && mapping.entity(declared.name()).isPresent();
    }

    /** Whether Hibernate gives an identifier a column only when it binds the relations of all entities. */
    boolean isLate(ColumnBinding column) {
        return column.referenced().isPresent() && !namedParts.contains(column);
    }

    /** The column has the referenced one's size at last; two such columns in a row depend on the order of the tables' names. */
    private void settleLate(Attribute part, Attribute.ToOne relation, Scope scope, ColumnBinding column) {
        Optional<ColumnType> unsized = unsized(part).filter(type -> !type.equals(column.type()));
        if (unsized.isPresent() && column.beforeAlignment().isPresent()) {
            mapping.problems.add(
                    EntityCode.LATE_LENGTH,
                    relation.declaration().place(),
                    scope.subject(relation),
                    "what refers to this identifier gets the length of "
                            + column.referenced().orElse(column).logical.text()
                            + " or none, as the names of the tables are ordered",
                    "take @Id and @MapsId for one: @Id @OneToOne on the relation, without an attribute for its key");
        }
        unsized.ifPresent(column::typeBeforeAlignment);
    }

    /**
     * Hibernate copies the parts of a composite identifier without what their annotations say about the type. Where the join
     * columns are named, the columns that they refer to change, too.
     */
    private void copy(Attribute.ToOne relation, boolean named, Scope scope, ColumnBinding column) {
        boolean copiedBefore =
                column.referenced().filter(each -> each.copy.isEmpty()).isPresent();
        if (copiedBefore
                || column.copied().filter(ColumnBinding.Copy::annotated).isEmpty()) {
            return;
        }
        Optional<ColumnType> bare =
                column.copied().flatMap(ColumnBinding.Copy::unannotated).map(mapping.dialects::unchecked);
        if (!named && bare.filter(type -> canRefer(type, column.type())).isPresent()) {
            column.type(bare.get());
            return;
        }
        mapping.problems.add(
                EntityCode.COPIED_TYPE,
                relation.declaration().place(),
                scope.subject(relation),
                "Hibernate forgets what annotations say about the type of "
                        + column.referenced().orElse(column).logical.text() + " when it copies it into this identifier",
                "give the part of the identifier a Java type that needs no annotation, e.g. LocalDate for a Date with"
                        + " @Temporal");
    }

    /** Whether databases take a foreign key between columns of these types. */
    private static boolean canRefer(ColumnType type, ColumnType referenced) {
        return type instanceof ColumnType.Sized sized
                        && referenced instanceof ColumnType.Sized other
                        && TEXTS.contains(sized.kind())
                        && TEXTS.contains(other.kind())
                || kind(type) == ColumnType.Timed.Kind.TIMESTAMP && kind(referenced) == ColumnType.Simple.Kind.DATE;
    }

    /** Of a composite identifier, Hibernate looks for the referenced columns by their names in the database. */
    private void checkReference(Attribute.ToOne relation, ColumnSpec spec, Scope scope, List<ColumnBinding> columns) {
        List<Name> names = columns.stream()
                .flatMap(column -> column.referenced().stream())
                .map(column -> column.name)
                .toList();
        Optional<String> stated = spec.referenced().map(Name::text);
        if (stated.isPresent() && names.stream().noneMatch(name -> name.text().equalsIgnoreCase(stated.get()))) {
            reportReference(relation, spec, scope, names);
        }
    }

    private void reportReference(Attribute.ToOne relation, ColumnSpec spec, Scope scope, List<Name> names) {
        mapping.problems.add(
                EntityCode.DERIVED_REFERENCE,
                spec.place(),
                scope.subject(relation),
                "in an identifier, Hibernate does not find the column "
                        + spec.referenced().map(Name::text).orElse("") + " by this name",
                names.isEmpty()
                        ? "name in referencedColumnName a column of the other entity's identifier"
                        : "name in referencedColumnName a column as it is in the database: "
                                + String.join(
                                        ", ", names.stream().map(Name::text).toList()));
    }

    private Optional<ColumnType> typeInKey(Attribute part, boolean whole, boolean single, ColumnBinding column) {
        if (single && !whole) {
            return unsized(part);
        }
        return column.model().filter(ColumnBinding::passesDefinition).map(ColumnBinding::sizedType);
    }

    /** The type of a part without what its {@code @Column} says. */
    private Optional<ColumnType> unsized(Attribute part) {
        return mapping.types.of(
                part.declaration().type(),
                part.declaration().annotations(),
                ColumnSpec.absent(part.declaration().place()));
    }

    /** The type of the part itself, as long as the referenced column, where that is of another kind. */
    private Optional<ColumnType> typeOfPart(Attribute part, ColumnBinding column) {
        int length = column.type() instanceof ColumnType.Sized sized && sized.length() <= Integer.MAX_VALUE
                ? (int) sized.length()
                : ColumnSpec.DEFAULT_LENGTH;
        return mapping.types
                .of(
                        part.declaration().type(),
                        part.declaration().annotations(),
                        ColumnSpec.absent(part.declaration().place()).withLength(length))
                .map(mapping.dialects::unchecked)
                .filter(type -> !kind(type).equals(kind(column.type())));
    }

    /** What a type is apart from its size. */
    private static Object kind(ColumnType type) {
        if (type instanceof ColumnType.Simple simple) {
            return simple.kind();
        }
        if (type instanceof ColumnType.Sized sized) {
            return sized.kind();
        }
        if (type instanceof ColumnType.Numeric numeric) {
            return numeric.kind();
        }
        return type instanceof ColumnType.Timed timed ? timed.kind() : type.getClass();
    }
}
