package dev.accrete.processor.entity;

import dev.accrete.processor.source.AnnotationUsage;
import dev.accrete.processor.source.Annotations;
import dev.accrete.processor.source.ClassDetails;
import dev.accrete.processor.source.ClassSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Adds to the annotations on a member what a user's own annotation carries: Hibernate looks for its annotations there too
 * ({@code @JdbcTypeCode(SqlTypes.JSON) @interface AsJson}), and finds those that stand on the member itself first.
 */
public final class ComposedAnnotations {

    private final ClassSource classes;
    private final Map<String, List<AnnotationUsage>> carried = new HashMap<>();

    public ComposedAnnotations(ClassSource classes) {
        this.classes = classes;
    }

    /** What stands on an element, followed by what the annotations there carry. */
    public Annotations of(Annotations written) {
        List<AnnotationUsage> all = new ArrayList<>(written.usages());
        for (AnnotationUsage usage : written.usages()) {
            for (AnnotationUsage each : carried(usage.name(), new LinkedHashSet<>())) {
                all.add(new AnnotationUsage(each.name(), each.explicit(), each.defaults(), usage.place(), Map.of()));
            }
        }
        return all.size() == written.usages().size() ? written : new Annotations(all);
    }

    private List<AnnotationUsage> carried(String name, Set<String> open) {
        if (name.startsWith("java.") || name.startsWith("jakarta.") || Jpa.isMapping(name) || !open.add(name)) {
            return List.of();
        }
        List<AnnotationUsage> known = carried.get(name);
        if (known == null) {
            known = new ArrayList<>();
            List<AnnotationUsage> onType = classes.find(name)
                    .map(ClassDetails::annotations)
                    .orElse(Annotations.none())
                    .usages();
            for (AnnotationUsage usage : onType) {
                if (Jpa.isMapping(usage.name())) {
                    known.add(usage);
                } else {
                    known.addAll(carried(usage.name(), open));
                }
            }
            carried.put(name, known);
        }
        return known;
    }
}
