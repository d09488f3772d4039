package dev.accrete.processor.map;

import dev.accrete.processor.entity.Attribute;
import dev.accrete.processor.entity.EntityCode;
import dev.accrete.processor.entity.Jpa;
import dev.accrete.processor.map.binding.ColumnBinding;
import dev.accrete.processor.map.binding.EntityBinding;
import dev.accrete.processor.map.binding.Scope;
import dev.accrete.processor.map.naming.NamingStrategy;
import dev.accrete.processor.source.Annotations;
import dev.accrete.schema.model.ColumnType;
import dev.accrete.schema.model.Name;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Binds one-to-one relations whose two sides have the same primary key: {@code @PrimaryKeyJoinColumn}, or join columns that
 * are the columns of the own key. They have no columns of their own, and a foreign key only if there is always a value.
 *
 * @implNote Hibernate's ToOneBinder.isMappedToPrimaryKey and its OneToOne; a foreign key that a
 *     {@code @PrimaryKeyJoinColumn} states is not read. Its ForeignKey.alignColumns gives the own key the other one's size.
 */
final class SharedKeys {

    private final Mapping mapping;

    SharedKeys(Mapping mapping) {
        this.mapping = mapping;
    }

    /** Whether a relation that is not part of the identifier is one. */
    boolean isShared(Attribute.ToOne attribute, JoinSpec stated, Scope scope) {
        if (!attribute.oneToOne()) {
            return false;
        }
        Annotations annotations = attribute.declaration().annotations();
        return annotations.has(Jpa.PRIMARY_KEY_JOIN_COLUMN)
                || annotations.has(Jpa.PRIMARY_KEY_JOIN_COLUMNS)
                || isNamedLike(stated, mapping.identifiers.of(scope.owner()));
    }

    /** Whether the names of stated join columns are those of the key. */
    boolean isNamedLike(JoinSpec stated, List<ColumnBinding> key) {
        List<Name> names = stated.columns().stream()
                .flatMap(usage -> usage.nonEmpty("name").stream())
                .map(name -> mapping.naming.physical(NamingStrategy.name(name)))
                .toList();
        Set<String> keyNames = key.stream().map(column -> column.name.text()).collect(Collectors.toSet());
        return !names.isEmpty()
                && names.size() == stated.columns().size()
                && names.size() == key.size()
                && names.stream().map(Name::text).allMatch(keyNames::contains);
    }

    /** Adds the foreign key from the own key to the other one. */
    void bind(Attribute.ToOne attribute, Scope scope, EntityBinding target, boolean optional, JoinSpec stated) {
        EntityBinding owner = scope.owner();
        List<ColumnBinding> key = mapping.identifiers.sorted(owner);
        List<ColumnBinding> referenced = mapping.identifiers.sorted(target);
        if (optional) {
            return;
        }
        if (key.size() != referenced.size()) {
            refuseOtherCount(attribute, scope, key, referenced);
            return;
        }
        mapping.joins.refer(owner.table, stated, key, target, referenced, false);
        mapping.later(Mapping.Pass.CONSTRAINTS, () -> {
            for (int i = 0; i < key.size(); i++) {
                refuseOtherSize(attribute, scope, key.get(i), referenced.get(i));
            }
        });
    }

    /** @implNote Hibernate's ForeignKey.alignColumns, even of one that is not made; an optional relation has none. */
    private void refuseOtherCount(
            Attribute.ToOne attribute, Scope scope, List<ColumnBinding> key, List<ColumnBinding> referenced) {
        // A key that could not be bound is reported already.
        if (!key.isEmpty() && !referenced.isEmpty()) {
            mapping.problems.add(
                    EntityCode.JOIN_COLUMN_COUNT,
                    attribute.declaration().place(),
                    scope.subject(attribute),
                    "the two entities can't share their key: one has " + key.size() + " columns and the other "
                            + referenced.size(),
                    "state columns of the relation's own with @JoinColumn, in the place of @PrimaryKeyJoinColumn");
        }
    }

    /** Hibernate would change the own key. */
    private void refuseOtherSize(
            Attribute.ToOne attribute, Scope scope, ColumnBinding column, ColumnBinding referenced) {
        if (column.hasType() && referenced.hasType() && isOtherSize(column.type(), referenced.type())) {
            mapping.problems.add(
                    EntityCode.LATE_LENGTH,
                    attribute.declaration().place(),
                    scope.subject(attribute),
                    "Hibernate gives the key " + column.logical.text() + " the length of " + referenced.logical.text()
                            + ", which it refers to",
                    "state the same @Column(length = ...), or precision and scale, on both keys");
        }
    }

    private static boolean isOtherSize(ColumnType type, ColumnType referenced) {
        boolean sized = type instanceof ColumnType.Sized && referenced instanceof ColumnType.Sized
                || type instanceof ColumnType.Numeric && referenced instanceof ColumnType.Numeric;
        return sized && !type.equals(referenced);
    }
}
