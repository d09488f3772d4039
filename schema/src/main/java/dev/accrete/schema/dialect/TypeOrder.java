package dev.accrete.schema.dialect;

import dev.accrete.schema.model.ColumnType;
import dev.accrete.schema.model.QualifiedName;
import dev.accrete.schema.model.TypeDefinition;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The order in which types of the database are created: one that another one has attributes of comes first. */
final class TypeOrder {

    private final Map<QualifiedName, TypeDefinition> types = new LinkedHashMap<>();
    private final Set<TypeDefinition> ordered = new LinkedHashSet<>();

    private TypeOrder(Collection<TypeDefinition> types) {
        types.forEach(type -> this.types.put(type.name(), type));
    }

    /** @return all types; those that do not depend on each other stay in their order */
    static List<TypeDefinition> usedFirst(Collection<TypeDefinition> types) {
        TypeOrder order = new TypeOrder(types);
        types.forEach(order::add);
        return List.copyOf(order.ordered);
    }

    private void add(TypeDefinition type) {
        if (type instanceof TypeDefinition.CompositeType composite) {
            composite.attributes().forEach(attribute -> addUsed(attribute.type()));
        }
        ordered.add(type);
    }

    private void addUsed(ColumnType type) {
        if (type instanceof ColumnType.Array array) {
            addUsed(array.element());
        } else if (type instanceof ColumnType.Named named && types.containsKey(named.name())) {
            add(types.get(named.name()));
        }
    }
}
