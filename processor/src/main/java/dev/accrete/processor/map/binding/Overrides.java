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

    /** Stands in paths for the values of a collection that is no map; nobody writes it, unlike {@code value} of a map. */
    static final String ELEMENT = "{element}";

    /** Stands in paths for a map, before {@code key}. */
    static final String MAP_KEY = "mapkey";

    private static final String OF_ELEMENT = "." + ELEMENT + ".";

    /** What the name of a value's attribute begins with, in a conversion on its collection. */
    private static final String VALUE = "value.";

    private final Map<String, AnnotationUsage> attributes = new HashMap<>();
    private final Map<String, AnnotationUsage> associations = new HashMap<>();
    private final Map<String, AnnotationUsage> conversions = new HashMap<>();

    /**
     * Takes in the overrides that stand on something.
     *
     * @param path the path of the attribute that they stand on; empty for a class at the top
     */
    public void add(String path, Annotations annotations) {
        addNamed(path, annotations);
        for (AnnotationUsage usage : annotations.all(Jpa.CONVERT, Jpa.CONVERT + "s")) {
            usage.nonEmpty("attributeName").ifPresent(name -> conversions.putIfAbsent(prefix(path) + name, usage));
        }
    }

    private static String prefix(String path) {
        return path.isEmpty() ? "" : path + ".";
    }

    private void addNamed(String path, Annotations annotations) {
        for (AnnotationUsage usage : annotations.all(Jpa.ATTRIBUTE_OVERRIDE, Jpa.ATTRIBUTE_OVERRIDES)) {
            attributes.putIfAbsent(prefix(path) + usage.string("name"), usage);
        }
        for (AnnotationUsage usage : annotations.all(Jpa.ASSOCIATION_OVERRIDE, Jpa.ASSOCIATION_OVERRIDES)) {
            associations.putIfAbsent(prefix(path) + usage.string("name"), usage);
        }
    }

    /**
     * Takes in what stands on a collection. Its values and keys have the conversions that stand there alone, and those of
     * values are for the attributes of embeddable keys too.
     *
     * @param path the path of the collection
     * @implNote Hibernate's MapBinder.getPath and CollectionPropertyHolder.locateAttributeConversionInfo, which a value and a key
     *     ask with the name of their attribute alone.
     */
    void addOfCollection(String path, Annotations annotations, boolean map) {
        add(path, annotations);
        conversions.keySet().removeIf(each -> each.equals(path) || each.startsWith(path + "."));
        if (map) {
            addNamed(path + "." + MAP_KEY, annotations);
        }
        for (AnnotationUsage usage : annotations.all(Jpa.CONVERT, Jpa.CONVERT + "s")) {
            String name = usage.string("attributeName");
            boolean ofValue = name.startsWith(VALUE);
            if (!map) {
                String inside = ofValue ? name.substring(VALUE.length()) : name;
                conversions.putIfAbsent(path + OF_ELEMENT + inside, usage);
            } else if (ofValue) {
                conversions.putIfAbsent(path + "." + name, usage);
                String inside = name.substring(VALUE.length());
                conversions.putIfAbsent(path + "." + MAP_KEY + ".key." + inside, usage);
            }
        }
    }

    /** The {@code @Column} that replaces the attribute's own. */
    public Optional<AnnotationUsage> column(String path) {
        return find(attributes, path).flatMap(usage -> usage.nested("column"));
    }

    /** The {@code @Convert} that stands further out and names the attribute. */
    public Optional<AnnotationUsage> conversion(String path) {
        return Optional.ofNullable(conversions.get(path));
    }

    /** The {@code @AssociationOverride} of a relation. */
    public Optional<AnnotationUsage> association(String path) {
        return find(associations, path);
    }

    /**
     * An override on a collection need not say that it means the values, and counts after all that stand inside of them.
     *
     * @implNote Hibernate's AbstractPropertyHolder.getOverriddenColumn.
     */
    private static Optional<AnnotationUsage> find(Map<String, AnnotationUsage> byPath, String path) {
        return Optional.ofNullable(byPath.get(path))
                .or(() -> Optional.ofNullable(byPath.get(path.replace(OF_ELEMENT, "."))));
    }
}
