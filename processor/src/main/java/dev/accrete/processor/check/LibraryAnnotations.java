package dev.accrete.processor.check;

import dev.accrete.processor.entity.Jpa;
import dev.accrete.processor.read.Missing;
import dev.accrete.processor.report.Problems;
import dev.accrete.processor.report.ProcessorCode;
import dev.accrete.processor.source.Place;
import java.util.Collection;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Annotations of class files whose own class files are not on the class path. Those of a library for something else (JSON, API
 * documents) say nothing about the mapping, and the library need not be there; one that may be composed of constraints or types is named.
 */
public final class LibraryAnnotations {

    /** Prefixes of what the mapping reads. */
    private static final List<String> READ = List.of("dev.accrete.", "io.hypersistence.", "jakarta.validation.");

    /** Prefixes of what is about something else, whatever the annotation. */
    private static final List<String> WITHOUT_EFFECT = List.of(
            "com.fasterxml.jackson.",
            "com.google.gson.",
            "io.micronaut.",
            "io.swagger.",
            "jakarta.annotation.",
            "jakarta.json.",
            "jakarta.xml.",
            "javax.",
            "lombok.",
            "org.codehaus.jackson.",
            "org.eclipse.microprofile.",
            "org.jetbrains.annotations.",
            "org.jspecify.annotations.",
            "org.springframework.");

    private LibraryAnnotations() {}

    /** Whether a class can be mapped without it. */
    public static boolean isOne(Missing missing) {
        return missing.annotation()
                .filter(name -> !Jpa.isMapping(name) && READ.stream().noneMatch(name::startsWith))
                .isPresent();
    }

    /** Names those that nothing is known about, in one problem. */
    public static void report(Collection<Missing> missing, Problems problems) {
        SortedSet<String> unknown = new TreeSet<>();
        missing.stream()
                .filter(LibraryAnnotations::isOne)
                .flatMap(each -> Stream.of(each.annotation().get()))
                .filter(name -> WITHOUT_EFFECT.stream().noneMatch(name::startsWith))
                .forEach(unknown::add);
        if (!unknown.isEmpty()) {
            problems.add(
                    ProcessorCode.UNKNOWN_ANNOTATION,
                    Place.NOWHERE,
                    "@" + String.join(", @", unknown),
                    "class files of entities have " + (unknown.size() == 1 ? "this annotation" : "these annotations")
                            + ", which can't be read here; what the mapping reads of them (constraints, types) is left out",
                    "add the libraries that hold them, and the classes they name, to the compile class path");
        }
    }
}
