package dev.accrete.processor.entity;

import dev.accrete.processor.report.Problems;
import dev.accrete.processor.source.AnnotationUsage;
import dev.accrete.processor.source.Annotations;
import dev.accrete.processor.source.ClassDetails;
import dev.accrete.processor.source.MemberDetails;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Reports annotations of Accrete on members that map no attribute (the field beside a getter that does, a transient field, an
 * attribute that a superclass maps) and on classes without a table. Nothing reads them, and what they state must not get lost
 * without a word.
 *
 * <p>Not thread-safe; one instance per model.
 */
final class UnreadAnnotations {

    private static final String ACCRETE = "dev.accrete.annotations.";
    private static final String CONTAINER = ".Container";

    /** What is said of a table or a column that is named. */
    private static final List<String> OF_TABLES = List.of("RenamedFrom", "Backfill", "Using");

    /** What is said of columns without an attribute; of a mapped superclass, in the table of each entity that extends it. */
    private static final List<String> OF_UNMAPPED = List.of("DropColumn", "KeepColumn");

    private static final String TO_CLASSES = "move it to the classes whose tables have the column";
    private static final String TO_ATTRIBUTE =
            "move it to the attribute that has the column, or to a class with a table";

    private final Set<AnnotationUsage> read = new HashSet<>();
    private final Map<AnnotationUsage, Unread> unread = new LinkedHashMap<>();

    private record Unread(String subject, String why, String fix) {}

    /**
     * Looks at a class with attributes, and at its members.
     *
     * @param mapped the members that are attributes, by attribute name
     */
    void look(ClassDetails details, Map<String, MemberDetails> mapped) {
        if (details.annotations().has(Jpa.EMBEDDABLE)) {
            ofClass(details, OF_TABLES, "an embeddable has no table", TO_ATTRIBUTE);
            ofClass(details, OF_UNMAPPED, "an embeddable has no table", TO_CLASSES);
        } else if (details.annotations().has(Jpa.MAPPED_SUPERCLASS)) {
            ofClass(details, OF_TABLES, "a mapped superclass has no table", TO_ATTRIBUTE);
        }
        ofMembers(details, mapped);
    }

    private void ofClass(ClassDetails details, List<String> names, String why, String fix) {
        details.annotations().usages().stream()
                .filter(usage -> names.contains(name(usage)))
                .forEach(usage -> unread.put(usage, new Unread(details.simpleName(), why, fix)));
    }

    /** Without the container of several. */
    private static String name(AnnotationUsage usage) {
        String name = usage.name().startsWith(ACCRETE) ? usage.name().substring(ACCRETE.length()) : "";
        return name.endsWith(CONTAINER) ? name.substring(0, name.length() - CONTAINER.length()) : name;
    }

    /**
     * Looks at the members of a class; those of a record share their annotations with each other. A mapped superclass may
     * have its attributes by its fields for one entity and by its getters for another one.
     */
    private void ofMembers(ClassDetails details, Map<String, MemberDetails> mapped) {
        if (details.kind() == ClassDetails.Kind.RECORD) {
            return;
        }
        Stream.concat(details.fields().stream(), details.getters().stream())
                .filter(member -> member.annotations().hasAnyOf(ACCRETE))
                .forEach(member -> {
                    MemberDetails mapping = mapped.get(member.name());
                    if (mapping == member) {
                        read.addAll(member.annotations().usages());
                    } else {
                        unread(
                                member.annotations(),
                                element(details, member),
                                Optional.ofNullable(mapping).map(other -> element(details, other)));
                    }
                });
    }

    private static String element(ClassDetails details, MemberDetails member) {
        String name = details.simpleName() + "." + member.element();
        return member.kind() == MemberDetails.Kind.GETTER ? name + "()" : name;
    }

    /**
     * Looks at an attribute that is declared again.
     *
     * @param above what counts, as a superclass declares it
     * @param again what has its name in a class below
     */
    void look(Attribute above, Attribute again) {
        read.removeAll(again.declaration().annotations().usages());
        unread(
                again.declaration().annotations(),
                again.declaration().subject(),
                Optional.of(above.declaration().subject()));
    }

    private void unread(Annotations annotations, String subject, Optional<String> mapping) {
        annotations.usages().stream()
                .filter(usage -> usage.name().startsWith(ACCRETE))
                .forEach(usage -> unread.put(
                        usage,
                        new Unread(
                                subject,
                                mapping.map(it -> it + " maps the attribute").orElse("it maps no attribute"),
                                mapping.map(it -> "move it to " + it)
                                        .orElse("move it to an attribute, or take it away"))));
    }

    void report(Problems problems) {
        unread.keySet().removeAll(read);
        unread.forEach((usage, found) -> problems.add(
                EntityCode.MISPLACED,
                usage.place(),
                found.subject(),
                "nothing reads @" + name(usage) + " here, because " + found.why(),
                found.fix()));
    }
}
