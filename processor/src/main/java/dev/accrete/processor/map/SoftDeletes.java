package dev.accrete.processor.map;

import dev.accrete.processor.entity.EntityCode;
import dev.accrete.processor.entity.Jpa;
import dev.accrete.processor.map.binding.ColumnBinding;
import dev.accrete.processor.map.binding.EntityBinding;
import dev.accrete.processor.map.binding.TableBinding;
import dev.accrete.processor.map.naming.NamingStrategy;
import dev.accrete.processor.map.type.ColumnSpec;
import dev.accrete.processor.map.type.Conversion;
import dev.accrete.processor.source.AnnotationUsage;
import dev.accrete.processor.source.Annotations;
import dev.accrete.processor.source.TypeRef;
import dev.accrete.schema.model.ColumnType;
import dev.accrete.schema.model.Name;
import java.sql.Types;
import java.util.Optional;
import java.util.Set;

/**
 * Adds the column by which {@code @SoftDelete} marks rows.
 *
 * @implNote Hibernate's SoftDeleteHelper; of a hierarchy, only the root's table has the column.
 */
final class SoftDeletes {

    private static final Set<Integer> NUMBERS = Set.of(
            Types.BIT,
            Types.TINYINT,
            Types.SMALLINT,
            Types.INTEGER,
            Types.BIGINT,
            Types.NUMERIC,
            Types.DECIMAL,
            Types.FLOAT,
            Types.REAL,
            Types.DOUBLE);

    private static final Set<Integer> TEXTS = Set.of(
            Types.CHAR,
            Types.VARCHAR,
            Types.LONGVARCHAR,
            Types.NCHAR,
            Types.NVARCHAR,
            Types.LONGNVARCHAR,
            Types.CLOB,
            Types.NCLOB);

    private static final String UNSPECIFIED = "org.hibernate.annotations.SoftDelete.UnspecifiedConversion";
    private static final String COMMENT = "Soft-delete indicator";

    private final Mapping mapping;

    SoftDeletes(Mapping mapping) {
        this.mapping = mapping;
    }

    /** Adds the column of a root, which its class, a mapped superclass or its package may ask for. */
    void bind(EntityBinding binding) {
        if (binding.parent.isEmpty()) {
            RowAnnotations.ofEntity(binding.entity, Jpa.SOFT_DELETE).ifPresent(usage -> bind(usage, binding.table));
        }
    }

    /** Adds the column to the table of the other side, which may have it already. */
    void bindUnlessThere(AnnotationUsage usage, TableBinding table) {
        if (table.column(mapping.naming.physical(columnName(usage))).isEmpty()) {
            bind(usage, table);
        }
    }

    private static Name columnName(AnnotationUsage usage) {
        return NamingStrategy.name(usage.nonEmpty("columnName").orElse(defaultName(usage.constant("strategy"))));
    }

    /** Adds the column to a table. */
    void bind(AnnotationUsage usage, TableBinding table) {
        String strategy = usage.constant("strategy");
        Optional<String> stated = usage.type("converter").map(TypeRef::text).filter(name -> !name.equals(UNSPECIFIED));
        if (stated.isPresent() && strategy.equals("TIMESTAMP")) {
            mapping.problems.add(
                    EntityCode.MISPLACED,
                    usage.place(),
                    table.subject,
                    "the instant of @SoftDelete can't be converted: Hibernate does not start",
                    "leave out the converter, or use SoftDeleteType.DELETED");
            return;
        }
        Optional<Conversion> conversion = stated.or(() -> preferredConverter(strategy))
                .flatMap(mapping.classes::find)
                .flatMap(mapping.converters::conversion);
        Name logical = columnName(usage);
        Optional<ColumnType> type = type(strategy, conversion, usage);
        if (type.isEmpty()) {
            mapping.refuse(usage, table.subject);
            return;
        }
        ColumnBinding column = new ColumnBinding(
                logical, mapping.naming.physical(logical), type.get(), table.origin, table.subject, usage.place());
        column.nullable = strategy.equals("TIMESTAMP");
        if (!column.nullable && conversion.isEmpty()) {
            column.valueOfExisting = Optional.of(String.valueOf(strategy.equals("ACTIVE")));
        }
        column.comment = Optional.of(
                mapping.comments.text(usage.nonEmpty("comment").orElse(COMMENT), usage.place(), table.subject));
        column.options = usage.nonEmpty("options");
        conversion
                .filter(each -> table.owned)
                .flatMap(each -> strategy.equals("ACTIVE")
                        ? mapping.convertedChecks.ofNegated(each, column.sql(), usage.place(), table.subject)
                        : mapping.convertedChecks.of(
                                each, Annotations.none(), column.sql(), usage.place(), table.subject))
                .ifPresent(column.checks::add);
        Optional<ColumnBinding> present = table.column(column.name);
        if (present.isPresent() && !present.get().insertable) {
            // An attribute that reads it says what the column is like.
            return;
        }
        if (present.isPresent()) {
            mapping.problems.add(
                    EntityCode.SHARED_COLUMN,
                    usage.place(),
                    table.subject,
                    "the column " + column.name.text() + " of @SoftDelete belongs to " + present.get().subject
                            + " already",
                    "name another column with @SoftDelete(columnName = \"...\")");
            return;
        }
        table.add(column);
    }

    /** Where Booleans are preferred as numbers or text, Hibernate converts the indicator (BasicValue.getConverterDescriptor). */
    private Optional<String> preferredConverter(String strategy) {
        Integer code = mapping.options.settings().preferredCodes().get("java.lang.Boolean");
        if (code == null || strategy.equals("TIMESTAMP")) {
            return Optional.empty();
        }
        if (NUMBERS.contains(code)) {
            return Optional.of("org.hibernate.type.NumericBooleanConverter");
        }
        return TEXTS.contains(code) ? Optional.of("org.hibernate.type.TrueFalseConverter") : Optional.empty();
    }

    private static String defaultName(String strategy) {
        return strategy.equals("ACTIVE") ? "active" : "deleted";
    }

    private Optional<ColumnType> type(String strategy, Optional<Conversion> conversion, AnnotationUsage usage) {
        ColumnSpec spec = ColumnSpec.absent(usage.place());
        if (strategy.equals("TIMESTAMP")) {
            return mapping.types.of(TypeRef.Declared.of("java.time.Instant"), Annotations.none(), spec);
        }
        return mapping.types
                .of(
                        conversion.map(Conversion::relational).orElse(TypeRef.Declared.of("java.lang.Boolean")),
                        Annotations.none(),
                        spec)
                // The column is one character long.
                .map(type -> type instanceof ColumnType.Sized sized ? new ColumnType.Sized(sized.kind(), 1) : type);
    }
}
