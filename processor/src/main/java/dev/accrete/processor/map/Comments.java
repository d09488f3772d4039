package dev.accrete.processor.map;

import dev.accrete.processor.entity.EntityCode;
import dev.accrete.processor.entity.Jpa;
import dev.accrete.processor.map.binding.ColumnBinding;
import dev.accrete.processor.map.binding.EntityBinding;
import dev.accrete.processor.map.binding.TableBinding;
import dev.accrete.processor.source.AnnotationUsage;
import dev.accrete.processor.source.Annotations;
import dev.accrete.processor.source.Place;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The texts of {@code @Comment}, which beat those of {@code @Column(comment)} and {@code @Table(comment)}.
 *
 * @implNote Hibernate's CommentBinder: of a class, {@code on} names one of its tables, of a collection the table or a column, of
 *     another attribute a column; without it the first one is meant.
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
                    found -> found.commentOfAnnotation = text(usage, subject),
                    () -> reportColumn(usage, columns, subject));
        }
    }

    /** Puts the comments of a class on its table and the other ones that its rows are in, which have to be named. */
    void ofClass(EntityBinding binding) {
        for (AnnotationUsage usage : binding.entity.details().annotations().all(Jpa.COMMENT, Jpa.COMMENTS)) {
            if (isOn(binding.table, usage)) {
                binding.table.comment = text(usage, binding.table.subject);
            } else {
                mapping.later(Mapping.Pass.CONSTRAINTS, () -> ofOther(binding, usage));
            }
        }
    }

    private void ofOther(EntityBinding binding, AnnotationUsage usage) {
        List<TableBinding> tables = Stream.concat(
                        binding.tables().stream(),
                        binding.joinTables.values().stream().map(EntityBinding.JoinTable::table))
                .toList();
        String subject = binding.entity.details().simpleName();
        tables.stream()
                .filter(table -> isOn(table, usage))
                .findFirst()
                .ifPresentOrElse(
                        table -> table.comment = text(usage, subject),
                        () -> mapping.problems.add(
                                EntityCode.MISPLACED,
                                usage.place(),
                                subject,
                                "@Comment on a class is for its tables, none of which is called " + usage.string("on"),
                                "put that of a column on its attribute, or name one of: "
                                        + tables.stream()
                                                .map(table -> table.name.name().text())
                                                .collect(Collectors.joining(", "))));
    }

    private static boolean isOn(TableBinding table, AnnotationUsage usage) {
        Optional<String> on = usage.nonEmpty("on");
        return on.isEmpty() || on.get().equalsIgnoreCase(table.name.name().text());
    }

    /** Puts the comments of a collection on its table and the columns there. */
    void ofCollection(Annotations annotations, TableBinding table, String subject) {
        for (AnnotationUsage usage : annotations.all(Jpa.COMMENT, Jpa.COMMENTS)) {
            if (isOn(table, usage)) {
                table.comment = text(usage, subject);
            } else {
                mapping.later(
                        Mapping.Pass.CONSTRAINTS,
                        () -> named(table.columns(), usage)
                                .ifPresentOrElse(
                                        found -> found.commentOfAnnotation = text(usage, subject),
                                        () -> reportColumn(usage, table.columns(), subject)));
            }
        }
    }

    private void reportColumn(AnnotationUsage usage, Collection<ColumnBinding> columns, String subject) {
        mapping.problems.add(
                EntityCode.UNKNOWN_COLUMN,
                usage.place(),
                subject,
                "none of its columns is called " + usage.string("on"),
                "name one of: "
                        + columns.stream().map(column -> column.name.text()).collect(Collectors.joining(", ")));
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
