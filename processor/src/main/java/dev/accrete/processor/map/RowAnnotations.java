package dev.accrete.processor.map;

import dev.accrete.processor.entity.Attribute;
import dev.accrete.processor.entity.EntityType;
import dev.accrete.processor.entity.Jpa;
import dev.accrete.processor.source.AnnotationUsage;
import dev.accrete.processor.source.ClassDetails;
import java.util.Optional;

/** Finds what is said of the rows of a table, at the class or attribute whose table it is or further out. */
final class RowAnnotations {

    private RowAnnotations() {}

    /**
     * At the entity, a mapped superclass of it, or its package.
     *
     * @implNote Hibernate's EntityBinder.extract.
     */
    static Optional<AnnotationUsage> ofEntity(EntityType entity, String annotation) {
        return entity.annotation(annotation)
                .or(() -> entity.details().packageAnnotations().find(annotation));
    }

    /** The same, of an entity that has a table: the rows of a query have no history. */
    static Optional<AnnotationUsage> ofTable(EntityType entity, String annotation) {
        return entity.details().annotations().has(Jpa.SUBSELECT) ? Optional.empty() : ofEntity(entity, annotation);
    }

    /**
     * At the attribute, the class that declares it, or the package of that.
     *
     * @param byClass whether what the class says holds for the rows of its collections
     * @implNote Hibernate's CollectionBinder.extract.
     */
    static Optional<AnnotationUsage> ofCollection(Attribute attribute, String annotation, boolean byClass) {
        ClassDetails declaring = attribute.declaration().declaring();
        return attribute
                .declaration()
                .annotations()
                .find(annotation)
                .or(() -> byClass ? declaring.annotations().find(annotation) : Optional.empty())
                .or(() -> declaring.packageAnnotations().find(annotation));
    }
}
