package dev.accrete.processor.round;

import dev.accrete.processor.read.ElementReader;
import dev.accrete.processor.source.ClassDetails;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;

/**
 * Collects the names of the managed classes over all rounds. Names, not elements: an element belongs to its round, and
 * in the last one every type that another processor generates has its final shape.
 */
public final class ManagedClasses {

    /** The annotations that make a class one that the model depends on. */
    public static final Set<String> ANNOTATIONS = Set.of(
            "dev.accrete.annotations.DataMigration",
            "dev.accrete.annotations.Managed",
            "jakarta.persistence.Converter",
            "jakarta.persistence.Embeddable",
            "jakarta.persistence.Entity",
            "jakarta.persistence.MappedSuperclass");

    private final SortedSet<String> names = new TreeSet<>();

    /** Adds the managed classes among the sources of a round, nested ones included. */
    public void collect(RoundEnvironment round) {
        for (Element root : round.getRootElements()) {
            if (root instanceof TypeElement type) {
                collect(type);
            }
        }
    }

    private void collect(TypeElement type) {
        for (AnnotationMirror mirror : type.getAnnotationMirrors()) {
            Element annotation = mirror.getAnnotationType().asElement();
            if (annotation instanceof TypeElement named
                    && ANNOTATIONS.contains(named.getQualifiedName().toString())) {
                names.add(type.getQualifiedName().toString());
                break;
            }
        }
        for (Element member : type.getEnclosedElements()) {
            if (member instanceof TypeElement nested) {
                collect(nested);
            }
        }
    }

    /** Canonical names, so far; a live view. */
    public SortedSet<String> names() {
        return Collections.unmodifiableSortedSet(names);
    }

    /**
     * The details of the collected classes and of the known ones that still exist and are still managed.
     *
     * @param known names of classes that were managed before; those among them that are gone are left out
     * @return sorted by name
     */
    public List<ClassDetails> read(Set<String> known, ElementReader reader) {
        SortedSet<String> all = new TreeSet<>(names);
        all.addAll(known);
        List<ClassDetails> read = new ArrayList<>(all.size());
        for (String name : all) {
            Optional<ClassDetails> details = reader.find(name);
            details.filter(found -> names.contains(name) || isManaged(found)).ifPresent(read::add);
        }
        return read;
    }

    /** Whether a class has one of the annotations. */
    public static boolean isManaged(ClassDetails details) {
        return details.annotations().usages().stream().anyMatch(usage -> ANNOTATIONS.contains(usage.name()));
    }
}
