package dev.accrete.processor.map;

import dev.accrete.processor.entity.Attribute;
import dev.accrete.processor.entity.EntityCode;
import dev.accrete.processor.map.binding.ColumnBinding;
import dev.accrete.processor.map.binding.EntityBinding;
import dev.accrete.processor.map.binding.Inheritance;
import dev.accrete.processor.source.Annotations;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Binds identifiers when they are first asked for: by the entity's own turn, or earlier by a relation that refers to
 * them, so that an identifier that contains a relation finds the other one finished.
 */
final class Identifiers {

    private final Mapping mapping;
    private final RootIdentifiers roots;
    private final Set<EntityBinding> open = new LinkedHashSet<>();

    Identifiers(Mapping mapping) {
        this.mapping = mapping;
        this.roots = new RootIdentifiers(mapping);
    }

    /** The columns of an entity's identifier, in the order of its attributes; empty for an entity without one. */
    List<ColumnBinding> of(EntityBinding binding) {
        if (binding.identifier.isEmpty()) {
            if (!open.add(binding)) {
                cycle(binding);
                return List.of();
            }
            binding.identifier = Optional.of(bind(binding));
            open.remove(binding);
            SecondaryTables.bindKeys(mapping, binding);
            mapping.derived.check(binding);
        }
        return binding.identifier.get();
    }

    private List<ColumnBinding> bind(EntityBinding binding) {
        List<ColumnBinding> columns = binding.parent.isPresent() ? ofSubclass(binding) : roots.bind(binding);
        binding.table.primaryKey = columns;
        if (hasMapper(binding)) {
            columns.forEach(column -> column.writtenByOthers = true);
        }
        return columns;
    }

    /**
     * Whether Hibernate does not look whether attributes beside the identifier write its columns, too.
     *
     * @implNote Hibernate's PersistentClass.checkColumnDuplication leaves the key out where there is an identifier mapper, and
     *     the mapper, too, as its property is read-only. There is one for an {@code @IdClass} (EntityBinder.createMapperProperty)
     *     and for several attributes without one (PropertyBinder.getOrCreateCompositeId).
     */
    private static boolean hasMapper(EntityBinding binding) {
        return binding.parent
                .map(Identifiers::hasMapper)
                .orElseGet(() -> binding.identifiedByClass
                        || binding.entity.attributes().stream()
                                        .filter(Attribute::isIdentifier)
                                        .count()
                                > 1);
    }

    /** A joined table has a key of its own, which refers to that of the class above; otherwise the key is the same. */
    private List<ColumnBinding> ofSubclass(EntityBinding binding) {
        EntityBinding parent = binding.parent.orElseThrow();
        List<ColumnBinding> key = of(parent);
        if (binding.inheritance != Inheritance.JOINED) {
            return key;
        }
        checkInTime(binding, parent, key);
        Annotations annotations = binding.entity.details().annotations();
        List<ColumnBinding> columns = mapping.joins.bindKey(new Join(
                binding.table,
                parent,
                JoinSpec.ofPrimaryKey(annotations),
                parent.table::derived,
                true,
                false,
                Optional.empty(),
                binding.table.origin,
                binding.table.subject,
                binding.table.place));
        if (binding.table.name.equals(parent.table.name)) {
            // A subclass in the table of its superclass is the row, and does not refer to it.
            binding.table.references.removeIf(reference -> reference.table() == parent.table);
        }
        List<ColumnBinding> ordered = new ArrayList<>(columns);
        ordered.sort(Comparator.comparing(
                column -> column.referenced().map(key::indexOf).orElse(key.size())));
        return List.copyOf(ordered);
    }

    /** Hibernate names the key of a joined table after a column that the identifier has before relations are bound. */
    private void checkInTime(EntityBinding binding, EntityBinding parent, List<ColumnBinding> key) {
        if (parent.parent.isEmpty() && !key.isEmpty() && key.stream().allMatch(mapping.derivedColumns::isLate)) {
            String root = parent.entity.details().simpleName();
            mapping.problems.add(
                    EntityCode.HIERARCHY,
                    binding.entity.details().place(),
                    binding.entity.details().simpleName(),
                    "Hibernate can't join its table to that of " + root
                            + ", whose identifier has columns of relations alone",
                    "give " + root + " an identifier of its own, or map the relation beside it with @MapsId and a named"
                            + " @JoinColumn");
        }
    }

    /** The same columns by the names of the attributes; the two differ where an id class has a superclass. */
    List<ColumnBinding> sorted(EntityBinding binding) {
        of(binding);
        return roots.sorted(binding);
    }

    private void cycle(EntityBinding binding) {
        String names = String.join(
                ", ",
                open.stream().map(each -> each.entity.details().simpleName()).toList());
        mapping.problems.add(
                EntityCode.IDENTIFIER_CYCLE,
                binding.entity.details().place(),
                binding.entity.details().simpleName(),
                "its identifier contains itself through " + names,
                "give one of them an identifier of its own, e.g. @Id @GeneratedValue Long id;");
    }
}
