package dev.accrete.processor.map;

import dev.accrete.processor.entity.Attribute;
import dev.accrete.processor.entity.Jpa;
import java.util.List;

/** Binds attributes with many values: to-many relations and element collections. */
final class CollectionBinder {

    private final Mapping mapping;

    CollectionBinder(Mapping mapping) {
        this.mapping = mapping;
    }

    /** @return no columns: they are in another table */
    List<ColumnBinding> toMany(Attribute.ToMany attribute, Scope scope) {
        ToOneBinder.refuseColumn(mapping, attribute, scope);
        if (attribute.isInverse()) {
            ToOneBinder.checkInverse(mapping, scope.subject(attribute), attribute.usage(), attribute.target());
            attribute
                    .declaration()
                    .annotations()
                    .find(Jpa.ON_DELETE)
                    .ifPresent(usage -> mapping.refuse(usage, scope.subject(attribute)));
        } else {
            mapping.refuse(attribute.usage(), scope.subject(attribute));
        }
        return List.of();
    }

    /** @return no columns: they are in another table */
    List<ColumnBinding> elements(Attribute.ElementCollection attribute, Scope scope) {
        mapping.refuse(attribute.usage(), scope.subject(attribute));
        return List.of();
    }
}
