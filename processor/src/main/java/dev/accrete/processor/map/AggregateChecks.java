package dev.accrete.processor.map;

import dev.accrete.processor.entity.Attribute;
import dev.accrete.processor.entity.AttributeOrder;
import dev.accrete.processor.entity.Jpa;
import dev.accrete.processor.map.binding.ColumnBinding;
import dev.accrete.processor.map.binding.Scope;
import dev.accrete.processor.map.hibernate.TargetDialect;
import dev.accrete.processor.map.hibernate.TargetDialects;
import dev.accrete.processor.map.type.Aggregate;
import dev.accrete.schema.model.ColumnType;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The condition that a table has for what the values in a composite type or a document require.
 *
 * @implNote Word by word as Hibernate's StandardTableExporter writes it, which leaves out what embeddables without a type of
 *     their own require, and which writes something that is no SQL for some aggregates in aggregates.
 */
final class AggregateChecks {

    private final TargetDialects dialects;
    private final DocumentPaths documents;

    AggregateChecks(TargetDialects dialects) {
        this.dialects = dialects;
        this.documents = new DocumentPaths(dialects);
    }

    /**
     * A condition.
     *
     * @param sql empty if nothing is required
     * @param broken whether no database takes it, or it is not known how Hibernate writes it
     */
    record Condition(String sql, boolean broken) {}

    /** The condition of a column whose values are bound. */
    Condition of(Attribute.Embedded attribute, Scope scope, ColumnBinding column) {
        Text text = new Text(scope);
        text.aggregate(attribute, scope, column, column.sql(), column.nullable);
        return new Condition(text.sql.toString(), text.broken);
    }

    /** A condition while it is being written. */
    private final class Text {

        private final StringBuilder sql = new StringBuilder();
        private final Scope root;
        private boolean broken;

        Text(Scope root) {
            this.root = root;
        }

        /**
         * @param read how the aggregate is read
         * @return what comes before the next term
         */
        String aggregate(
                Attribute.Embedded attribute, Scope scope, ColumnBinding column, String read, boolean parentNullable) {
            int start = sql.length();
            if (column.nullable) {
                sql.append(read).append(" is null or (");
            }
            int first = sql.length();
            String separator = "";
            Scope within = scope.within(attribute);
            for (Attribute each : AttributeOrder.ofHierarchy(attribute.embeddable())) {
                for (ColumnBinding part : columns(within, each)) {
                    int before = sql.length();
                    boolean apart = before == first || !separator.isEmpty();
                    separator = each instanceof Attribute.Embedded embedded
                            ? nested(attribute, embedded, within, part, column, read, separator)
                            : value(each, within, part, path(attribute, within, each, part, read), separator);
                    broken |= sql.length() > before && (!apart || each instanceof Attribute.Embedded && before > first);
                }
            }
            if (sql.length() == first) {
                sql.setLength(start);
            } else if (parentNullable) {
                sql.append(')');
            }
            broken |= sql.length() > start && column.nullable != parentNullable;
            return separator;
        }

        private String nested(
                Attribute.Embedded outer,
                Attribute.Embedded embedded,
                Scope within,
                ColumnBinding part,
                ColumnBinding parent,
                String read,
                String separator) {
            if (embedded.many()
                    || !Aggregate.of(embedded).map(Aggregate::isChecked).orElse(false)) {
                return separator;
            }
            String path = isStruct(outer) ? "(" + read + ")." + part.sql() : documents.nested(read, part);
            return aggregate(embedded, within, part, path, parent.nullable);
        }

        private String value(Attribute attribute, Scope within, ColumnBinding part, String path, String separator) {
            // Hibernate puts the path in the place of the name wherever that stands.
            Optional<String> condition = condition(part).map(text -> text.replace(part.sql(), path));
            if (part.nullable && condition.isEmpty()) {
                return separator;
            }
            sql.append(separator);
            if (!part.nullable) {
                sql.append(path).append(" is not null");
                condition.ifPresent(text -> sql.append(" and ").append(text));
            } else {
                sql.append('(')
                        .append(path)
                        .append(" is null or ")
                        .append(condition.get())
                        .append(')');
            }
            return " and ";
        }

        private String path(
                Attribute.Embedded aggregate, Scope within, Attribute attribute, ColumnBinding part, String read) {
            if (isStruct(aggregate)) {
                return "(" + read + ")." + part.sql();
            }
            // The length of the cast depends on whether the referenced column states one, and on the version.
            broken |= !part.nullable && attribute instanceof Attribute.ToOne && part.type() instanceof ColumnType.Sized;
            boolean stated = attribute.has(Jpa.COLUMN)
                    || root.overrides().column(within.path(attribute)).isPresent();
            String javaType = attribute.declaration().type().text();
            boolean character = javaType.equals("char") || javaType.equals("java.lang.Character");
            return documents.value(read, part, stated, character);
        }
    }

    private static boolean isStruct(Attribute.Embedded attribute) {
        return Aggregate.of(attribute)
                .filter(aggregate -> aggregate.kind() == Aggregate.Kind.STRUCT)
                .isPresent();
    }

    private static List<ColumnBinding> columns(Scope within, Attribute attribute) {
        return within.owner().attributes.getOrDefault(within.path(attribute), List.of());
    }

    private Optional<String> condition(ColumnBinding part) {
        if (!part.checks.isEmpty()) {
            return Optional.of(part.checks.get(0));
        }
        if (!(part.type() instanceof ColumnType.Enumeration type)) {
            return Optional.empty();
        }
        if (type.storage() == ColumnType.Enumeration.Storage.ORDINAL) {
            return Optional.of(
                    part.sql() + " between 0 and " + (type.constants().size() - 1));
        }
        return dialects.is(TargetDialect::hasNativeEnum)
                ? Optional.empty()
                : Optional.of(part.sql() + " in ("
                        + type.constants().stream()
                                .map(each -> "'" + each + "'")
                                .collect(Collectors.joining(","))
                        + ")");
    }
}
