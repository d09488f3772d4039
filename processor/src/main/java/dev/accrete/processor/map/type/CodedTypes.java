package dev.accrete.processor.map.type;

import dev.accrete.processor.entity.Jpa;
import dev.accrete.processor.map.hibernate.MappingVersion;
import dev.accrete.processor.map.hibernate.TargetDialect;
import dev.accrete.processor.map.hibernate.TargetDialects;
import dev.accrete.processor.source.Annotations;
import dev.accrete.processor.source.TypeRef;
import dev.accrete.schema.model.ColumnType;
import java.util.Optional;
import java.util.Set;

/** The column type of a value whose JDBC type has a code other than by its Java type: {@link JdbcCodes} says which. */
final class CodedTypes {

    private static final Set<String> DATES = Set.of("java.util.Calendar", "java.util.Date");

    private final ContributedTypes contributed;
    private final JavaTypes javaTypes;
    private final TargetDialects dialects;
    private final MappingVersion version;

    CodedTypes(ContributedTypes contributed, JavaTypes javaTypes, TargetDialects dialects, MappingVersion version) {
        this.contributed = contributed;
        this.javaTypes = javaTypes;
        this.dialects = dialects;
        this.version = version;
    }

    /** The type of a value or of an array that is one; empty where it is not known to be mapped exactly. */
    Optional<ColumnType> of(int code, TypeRef type, Annotations annotations, ColumnSpec column) {
        Optional<ColumnType> ofLibrary = contributed.ofCode(code);
        if (ofLibrary.isPresent()) {
            return ofLibrary;
        }
        String name = type instanceof TypeRef.Array ? type.text() : JavaTypes.name(type);
        if (code == JdbcTypes.INET) {
            return inet(name, annotations, column);
        } else if (code == JdbcTypes.TIME_UTC && name.equals("java.time.OffsetTime")) {
            return javaTypes.known(name, annotations, column);
        } else if (code == JdbcTypes.INTERVAL_SECOND && name.equals("java.time.Duration") && column.precision() > 0) {
            return Optional.of(interval(column));
        } else if (DATES.contains(name)) {
            return ofDate(code, name, annotations, column);
        }
        return JdbcTypes.of(code, name, column, version);
    }

    /** With {@code @Temporal(TIME)} it is sized as a time; the seconds of a day depend on more than the code. */
    private Optional<ColumnType> ofDate(int code, String name, Annotations annotations, ColumnSpec column) {
        return isTemporal(annotations, "DATE") && JdbcTypes.isTimed(code)
                ? Optional.empty()
                : JdbcTypes.of(code, isTemporal(annotations, "TIME") ? "java.sql.Time" : name, column, version);
    }

    private static boolean isTemporal(Annotations annotations, String part) {
        return annotations
                .find(Jpa.TEMPORAL)
                .filter(usage -> usage.constant("value").equals(part))
                .isPresent();
    }

    /** An address of the network; H2 has no type for a descriptor that is stated for it, and knows the code alone. */
    Optional<ColumnType> inet(String javaType, Annotations annotations, ColumnSpec column) {
        return annotations.has(Jpa.JDBC_TYPE) && dialects.is(TargetDialect.H2)
                ? Optional.empty()
                : javaTypes.inet(javaType, column);
    }

    /** With a stated precision, which PostgreSQL has no place for. */
    private ColumnType interval(ColumnSpec column) {
        return dialects.is(TargetDialect.H2)
                ? new ColumnType.Raw("interval second(" + column.precision() + "," + column.scale() + ")")
                : new ColumnType.Timed(ColumnType.Timed.Kind.INTERVAL_SECOND, column.scale());
    }
}
