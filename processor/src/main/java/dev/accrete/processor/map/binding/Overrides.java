package dev.accrete.processor.map.binding;

import dev.accrete.processor.entity.Jpa;
import dev.accrete.processor.source.AnnotationUsage;
import dev.accrete.processor.source.Annotations;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The {@code @AttributeOverride}s, {@code @AssociationOverride}s and {@code @Convert}s of one entity, by the full path of the attribute.
 *
 * <p>Filled while the attributes are walked from the outside in, and the first one for a path stays: an override further
 * out wins (JPA 3.2, 11.1.4; Hibernate asks the outermost holder first). Names may be dotted paths.
 */
public final class Overrides {

    private final Map<String, AnnotationUsage> attributes = new HashMap<>();
    private final Map<String, AnnotationUsage> associations = new HashMap<>();
    private final Map<String, AnnotationUsage> conversions = new HashMap<>();

    /**
     * Takes in the overrides that stand on something.
     *
     * @param path the path of the attribute that they stand on; empty for a class at the top
     */
    public void add(String path, Annotations annotations) {
        String prefix = path.isEmpty() ? "" : path + ".";
        for (AnnotationUsage usage : annotations.all(Jpa.ATTRIBUTE_OVERRIDE, Jpa.ATTRIBUTE_OVERRIDES)) {
            attributes.putIfAbsent(prefix + usage.string("name"), usage);
        }
        for (AnnotationUsage usage : annotations.all(Jpa.ASSOCIATION_OVERRIDE, Jpa.ASSOCIATION_OVERRIDES)) {
            associations.putIfAbsent(prefix + usage.string("name"), usage);
        }
        for (AnnotationUsage usage : annotations.all(Jpa.CONVERT, Jpa.CONVERT + "s")) {
            usage.nonEmpty("attributeName").ifPresent(name -> conversions.putIfAbsent(prefix + name, usage));
        }
    }

    /** The {@code @Column} that replaces the attribute's own. */
    public Optional<AnnotationUsage> column(String path) {
        return Optional.ofNullable(attributes.get(path)).flatMap(usage -> usage.nested("column"));
    }

    /** The {@code @Convert} that stands further out and names the attribute. */
    public Optional<AnnotationUsage> conversion(String path) {
        return Optional.ofNullable(conversions.get(path));
    }

    /** The {@code @AssociationOverride} of a relation. */
    public Optional<AnnotationUsage> association(String path) {
        return Optional.ofNullable(associations.get(path));
    }
}
