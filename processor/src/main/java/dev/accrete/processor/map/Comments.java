package dev.accrete.processor.map;

import dev.accrete.processor.entity.EntityCode;
import dev.accrete.processor.entity.Jpa;
import dev.accrete.processor.map.binding.ColumnBinding;
import dev.accrete.processor.map.binding.TableBinding;
import dev.accrete.processor.source.AnnotationUsage;
import dev.accrete.processor.source.Annotations;
import dev.accrete.processor.source.Place;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The texts of {@code @Comment}, which beat those of {@code @Column(comment)} and {@code @Table(comment)}.
 *
 * @implNote Hibernate's CommentBinder: {@code on} names a column, or a table; without it the first column is meant, or
 *     the table.
 */
final class Comments {

    private final Mapping mapping;

    Comments(Mapping mapping) {
        this.mapping = mapping;
    }

    /**
     * A comment as it is kept.
     *
     * @implNote Hibernate puts the text between quotes as it is: a quote in it ends the statement, two are one.
     */
    String text(String written, Place place, String subject) {
        String text = written.replace("''", "'");
        if (written.replace("''", "").contains("'")) {
            mapping.problems.add(
                    EntityCode.COMMENT,
                    place,
                    subject,
                    "the comment has a single quote, and Hibernate writes it as it is: no database takes the statement",
                    "write it twice: \"" + text.replace("'", "''") + "\"");
        }
        return text;
    }

    /** Puts the comments of an attribute on its columns. */
    void ofAttribute(Annotations annotations, List<ColumnBinding> columns, String subject) {
        // An embedded attribute's columns are in the order of their attributes' names.
        List<ColumnBinding> sorted = columns.stream()
                .sorted(Comparator.comparing(column -> column.origin.attribute()))
                .toList();
        for (AnnotationUsage usage : annotations.all(Jpa.COMMENT, Jpa.COMMENTS)) {
            Optional<ColumnBinding> column =
                    usage.nonEmpty("on").isEmpty() ? sorted.stream().findFirst() : named(sorted, usage);
            column.ifPresentOrElse(
                    found -> found.commentOfAnnotation = text(usage, subject), () -> mapping.refuse(usage, subject));
        }
    }

    /** Puts the comments of an attribute with a table of its own, or those of a class, on the table and its columns. */
    void ofTable(Annotations annotations, TableBinding table, String subject) {
        for (AnnotationUsage usage : annotations.all(Jpa.COMMENT, Jpa.COMMENTS)) {
            Optional<String> on = usage.nonEmpty("on");
            if (on.isEmpty() || on.get().equalsIgnoreCase(table.name.name().text())) {
                table.comment = text(usage, subject);
            } else {
                mapping.later(
                        Mapping.Pass.CONSTRAINTS,
                        () -> named(table.columns(), usage)
                                .ifPresentOrElse(
                                        found -> found.commentOfAnnotation = text(usage, subject),
                                        () -> mapping.refuse(usage, subject)));
            }
        }
    }

    private static Optional<ColumnBinding> named(Collection<ColumnBinding> columns, AnnotationUsage usage) {
        return columns.stream()
                .filter(column -> column.name.text().equalsIgnoreCase(usage.string("on")))
                .findFirst();
    }

    private Optional<String> text(AnnotationUsage usage, String subject) {
        return usage.nonEmpty("value").map(text -> text(text, usage.place("value"), subject));
    }
}
