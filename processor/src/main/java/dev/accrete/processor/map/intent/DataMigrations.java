package dev.accrete.processor.map.intent;

import dev.accrete.processor.read.ElementReader;
import dev.accrete.processor.report.Problems;
import dev.accrete.processor.report.ProcessorCode;
import dev.accrete.processor.source.AnnotationUsage;
import dev.accrete.processor.source.ClassDetails;
import dev.accrete.schema.script.JavaStep;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/** What classes with {@code @DataMigration} add to the draft. */
public final class DataMigrations {

    private static final String ANNOTATION = "dev.accrete.annotations.DataMigration";
    private static final String JAVA_MIGRATION = "dev.accrete.runtime.JavaMigration";

    private DataMigrations() {}

    /** Whether a managed class is one that changes data, and no table. */
    public static boolean isOne(ClassDetails details) {
        return details.annotations().has(ANNOTATION);
    }

    /**
     * The steps that no saved migration has yet.
     *
     * @param classes those that change data
     * @param saved the names of the classes that were known when the last migration was saved
     * @param problems receives a problem for each class that can't be used
     * @return by their order, then by name
     */
    public static List<JavaStep> steps(
            List<ClassDetails> classes, Set<String> saved, ElementReader reader, Problems problems) {
        List<ClassDetails> open = new ArrayList<>();
        for (ClassDetails details : classes) {
            if (isUsable(details, reader, problems) && !saved.contains(details.name())) {
                open.add(details);
            }
        }
        open.sort(
                Comparator.comparingInt((ClassDetails details) -> usage(details).number("order", 0))
                        .thenComparing(ClassDetails::name));
        return open.stream()
                .map(details -> new JavaStep(
                        details.binaryName(),
                        usage(details).strings("environments"),
                        usage(details).string("description")))
                .toList();
    }

    private static AnnotationUsage usage(ClassDetails details) {
        return details.annotations().find(ANNOTATION).orElseThrow();
    }

    private static boolean isUsable(ClassDetails details, ElementReader reader, Problems problems) {
        int before = problems.all().size();
        if (!reader.isSubtype(details.name(), JAVA_MIGRATION)) {
            refuse(details, "does not implement " + JAVA_MIGRATION, "implement it", problems);
        } else if (!reader.isInstantiable(details.name())) {
            refuse(
                    details,
                    "can't be instantiated by the runtime",
                    "make it public and not abstract, static if it is nested, with a public constructor without parameters",
                    problems);
        }
        for (String environment : usage(details).strings("environments")) {
            if (!environment.matches("[A-Za-z0-9_.-]+")) {
                refuse(
                        details,
                        "\"" + environment + "\" is no environment",
                        "name it with letters, digits, dots, dashes and underscores",
                        problems);
            }
        }
        return problems.all().size() == before;
    }

    private static void refuse(ClassDetails details, String what, String fix, Problems problems) {
        problems.add(ProcessorCode.DATA_MIGRATION, usage(details).place(), details.name(), what, fix);
    }
}
