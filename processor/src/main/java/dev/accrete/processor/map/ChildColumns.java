package dev.accrete.processor.map;

import dev.accrete.processor.entity.Attribute;
import dev.accrete.processor.entity.EntityCode;
import dev.accrete.processor.map.binding.CollectionBinding;
import dev.accrete.processor.map.binding.ColumnBinding;
import dev.accrete.processor.map.binding.EntityBinding;
import dev.accrete.processor.map.binding.Scope;
import dev.accrete.processor.map.binding.TableBinding;
import dev.accrete.processor.map.type.ColumnSpec;
import dev.accrete.processor.source.AnnotationUsage;
import dev.accrete.schema.model.Name;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Binds the join columns of a one-to-many relation without a table: they are in the table of the entities, refer to the
 * owner, and may be those of an attribute there, which then decides what they are like.
 */
final class ChildColumns {

    private final Mapping mapping;

    /** The columns that no attribute of the entities has, with what the first relation says about them. */
    private final Map<ColumnBinding, ColumnSpec> added = new HashMap<>();

    ChildColumns(Mapping mapping) {
        this.mapping = mapping;
    }

    /**
     * What is bound.
     *
     * @param collection with the table of the entities
     * @param key the columns there that refer to the owner
     */
    record Children(CollectionBinding collection, List<ColumnBinding> key) {}

    /** @return empty, and a problem, if the columns can't be bound */
    Optional<Children> bind(Attribute.ToMany attribute, Scope scope, EntityBinding target, JoinSpec stated) {
        Optional<AnnotationUsage> elsewhere = stated.columns().stream()
                .filter(usage -> usage.nonEmpty("table").isPresent())
                .findFirst();
        if (elsewhere.isPresent()) {
            // Hibernate does not start with a foreign key in a secondary table.
            mapping.refuse(elsewhere.get(), scope.subject(attribute));
            return Optional.empty();
        }
        List<ColumnBinding> key = bind(attribute, scope, target.table, stated);
        CollectionBinding collection = new CollectionBinding(attribute, attribute.plural(), scope, target.table, false);
        return Optional.of(new Children(collection, key));
    }

    private List<ColumnBinding> bind(Attribute.ToMany attribute, Scope scope, TableBinding table, JoinSpec stated) {
        for (AnnotationUsage usage : stated.columns()) {
            ColumnSpec spec = ColumnSpec.of(usage);
            Optional<ColumnBinding> present = spec.name().flatMap(name -> table.column(mapping.naming.physical(name)));
            if (present.isPresent() && clashes(spec, present.get())) {
                mapping.problems.add(
                        EntityCode.SHARED_COLUMN,
                        usage.place(),
                        scope.subject(attribute),
                        "the column " + present.get().name.text() + " of " + table.name + " belongs to "
                                + present.get().subject + " already",
                        "let the relation be mappedBy the attribute that has the column, or name another column");
            } else if (present.isPresent() && isWritten(spec)) {
                mapping.warnOfSecondWriter(present.get(), usage.place(), scope.subject(attribute), table);
            }
        }
        List<ColumnBinding> key = mapping.joins.bind(new Join(
                table,
                scope.owner(),
                stated,
                referenced -> column(attribute, scope.owner(), referenced),
                false,
                false,
                Optional.empty(),
                scope.origin(attribute),
                scope.subject(attribute),
                attribute.declaration().place(),
                Join.Use.COLLECTION_KEY));
        for (AnnotationUsage usage : stated.columns()) {
            ColumnSpec spec = ColumnSpec.of(usage);
            spec.name()
                    .flatMap(name -> table.column(mapping.naming.physical(name)))
                    .filter(column -> column.origin.equals(scope.origin(attribute)))
                    .ifPresent(column -> added.put(column, spec));
        }
        return key;
    }

    /**
     * Whether Hibernate does not start, as a relation with NOT NULL columns writes them itself, or takes one of two
     * relations' columns by chance.
     */
    private boolean clashes(ColumnSpec spec, ColumnBinding present) {
        boolean writes = isWritten(spec);
        ColumnSpec other = added.get(present);
        return other == null
                ? writes && !present.letWrite(present.origin.className())
                : writes || spec.nullable() != other.nullable() || spec.unique() != other.unique();
    }

    private static boolean isWritten(ColumnSpec spec) {
        return !spec.nullable() && spec.insertable();
    }

    private static Name column(Attribute attribute, EntityBinding owner, Name referenced) {
        return CollectionNames.column(attribute.name(), owner.table, referenced);
    }
}
