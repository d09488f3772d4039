package dev.accrete.processor.map.type;

import dev.accrete.processor.entity.Aggregates;
import dev.accrete.processor.entity.Attribute;
import dev.accrete.processor.entity.Jpa;
import dev.accrete.processor.map.hibernate.MappingVersion;
import dev.accrete.processor.map.hibernate.TargetDialect;
import dev.accrete.processor.map.hibernate.TargetDialects;
import dev.accrete.processor.source.AnnotationUsage;
import java.util.Optional;

/**
 * What kind of column an embedded attribute has that is one column.
 *
 * @param usage the annotation that says so
 */
public record Aggregate(AnnotationUsage usage, Kind kind, boolean many) {

    /** The kinds of columns that hold the values of an embeddable. */
    public enum Kind {
        /** A composite type of the database. */
        STRUCT,
        JSON,
        /** The same, of which Hibernate looks into no value. */
        JSON_ARRAY,
        XML,
        /** A column type that is not made for embeddables. */
        OTHER
    }

    /** @return empty for an attribute whose values are inline */
    public static Optional<Aggregate> of(Attribute.Embedded attribute) {
        Optional<AnnotationUsage> struct = attribute
                .declaration()
                .annotations()
                .find(Jpa.STRUCT)
                .or(() -> attribute.embeddable().details().annotations().find(Jpa.STRUCT));
        Optional<AnnotationUsage> code = Aggregates.code(attribute.declaration().annotations());
        if (struct.isPresent()) {
            return code.filter(usage -> usage.number("value", 0) != JdbcTypes.STRUCT)
                            .isPresent()
                    ? code.map(usage -> new Aggregate(usage, Kind.OTHER, attribute.many()))
                    : struct.map(usage -> new Aggregate(usage, Kind.STRUCT, attribute.many()));
        }
        return attribute
                .declaration()
                .annotations()
                .find(Jpa.JDBC_TYPE_CODE)
                .map(usage -> new Aggregate(usage, kind(usage.number("value", 0)), attribute.many()));
    }

    private static Kind kind(int code) {
        return switch (code) {
            case JdbcTypes.JSON -> Kind.JSON;
            case JdbcTypes.JSON_ARRAY -> Kind.JSON_ARRAY;
            case JdbcTypes.SQLXML, JdbcTypes.XML_ARRAY -> Kind.XML;
            default -> Kind.OTHER;
        };
    }

    /** Whether the table has a check of what the values require, even where the column holds several of them. */
    public boolean isChecked() {
        return kind == Kind.JSON || kind == Kind.STRUCT && !many;
    }

    /** Whether the column is one of several values, as Hibernate sees it. */
    public boolean isArray() {
        return kind == Kind.STRUCT && many || kind == Kind.JSON_ARRAY;
    }

    /** Whether a version of Hibernate has such columns on a database; 6.6 has single structs and JSON, on PostgreSQL. */
    public boolean isKnownTo(MappingVersion version, TargetDialects dialects) {
        boolean plain = kind == Kind.STRUCT || kind == Kind.JSON;
        return version.hasAllAggregates() || plain && !many && dialects.is(TargetDialect.POSTGRESQL);
    }

    /** Whether a database has no such columns, or Hibernate can't read the values in them there. */
    public boolean isLacking(TargetDialects dialects) {
        return (kind == Kind.STRUCT || kind == Kind.XML) && !dialects.is(TargetDialect::hasCompositeTypes);
    }
}
