package dev.accrete.processor.source;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The annotations of an element, in source order. */
public record Annotations(List<AnnotationUsage> usages) {

    private static final Annotations NONE = new Annotations(List.of());

    public Annotations {
        usages = List.copyOf(usages);
    }

    public static Annotations none() {
        return NONE;
    }

    public boolean has(String name) {
        return first(name) != null;
    }

    /** The first annotation of a type. */
    public Optional<AnnotationUsage> find(String name) {
        return Optional.ofNullable(first(name));
    }

    /** Asked for tens of annotations at each element, nearly all of which are not there. */
    private AnnotationUsage first(String name) {
        for (int i = 0; i < usages.size(); i++) {
            if (usages.get(i).name().equals(name)) {
                return usages.get(i);
            }
        }
        return null;
    }

    /** Whether any of them is one whose canonical name begins so. */
    public boolean hasAnyOf(String prefix) {
        for (AnnotationUsage usage : usages) {
            if (usage.name().startsWith(prefix)) {
                return true;
            }
        }
        return false;
    }

    /** Those whose canonical name begins so. */
    public Annotations only(String prefix) {
        return new Annotations(
                usages.stream().filter(usage -> usage.name().startsWith(prefix)).toList());
    }

    /**
     * All annotations of a repeatable type: those that stand alone, then those in the container.
     *
     * @param container the container's canonical name; its {@code value} holds the repeated annotations
     */
    public List<AnnotationUsage> all(String name, String container) {
        if (usages.isEmpty()) {
            return List.of();
        }
        List<AnnotationUsage> found = new ArrayList<>();
        for (AnnotationUsage usage : usages) {
            if (usage.name().equals(name)) {
                found.add(usage);
            } else if (usage.name().equals(container)) {
                found.addAll(usage.nestedList("value"));
            }
        }
        return found;
    }
}
