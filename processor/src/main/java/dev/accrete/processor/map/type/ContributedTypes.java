package dev.accrete.processor.map.type;

import dev.accrete.processor.map.hibernate.TargetDialect;
import dev.accrete.processor.map.hibernate.TargetDialects;
import dev.accrete.processor.source.ClassSource;
import dev.accrete.schema.model.ColumnType;
import dev.accrete.schema.model.ColumnTypes;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The column types that libraries give to Java types by being on the class path: Hibernate finds their
 * {@code TypeContributor} as a service.
 *
 * @implNote Sources: hibernate-spatial 7.4, PostgisDialectContributor, H2GisDialectContributor, GeolatteGeometryJavaType,
 *     JTSGeometryJavaType; hibernate-vector, PGVectorTypeContributor; hypersistence-utils 3, HibernateTypesContributor.
 */
final class ContributedTypes {

    private static final String SPATIAL = "org.hibernate.spatial.contributor.SpatialTypeContributor";
    private static final String VECTOR = "org.hibernate.vector.internal.PGVectorTypeContributor";
    private static final String HYPERSISTENCE = "io.hypersistence.utils.hibernate.type.HibernateTypesContributor";

    private static final Set<String> GEOMETRIES = Stream.of("org.geolatte.geom.", "org.locationtech.jts.geom.")
            .flatMap(prefix -> Stream.of(
                            "Geometry",
                            "GeometryCollection",
                            "LineString",
                            "MultiLineString",
                            "MultiPoint",
                            "MultiPolygon",
                            "Point",
                            "Polygon")
                    .map(prefix::concat))
            .collect(Collectors.toUnmodifiableSet());

    /** What PostgreSQL has types of its own for, of which Hibernate does not know how they are written. */
    private static final Map<String, String> NEEDS_DEFINITION_ON_POSTGRESQL = Map.of(
            "com.google.common.collect.Range", HYPERSISTENCE,
            "io.hypersistence.utils.hibernate.type.basic.Inet", HYPERSISTENCE,
            "io.hypersistence.utils.hibernate.type.range.Range", HYPERSISTENCE,
            "java.time.Period", HYPERSISTENCE,
            "org.hibernate.vector.SparseByteVector", VECTOR,
            "org.hibernate.vector.SparseDoubleVector", VECTOR,
            "org.hibernate.vector.SparseFloatVector", VECTOR);

    private static final String MONTH = "java.time.Month";

    private final ClassSource classes;
    private final TargetDialects dialects;

    ContributedTypes(ClassSource classes, TargetDialects dialects) {
        this.classes = classes;
        this.dialects = dialects;
    }

    /** The type of a column with geometries; {@code @Lob} and a length change nothing about it. */
    Optional<ColumnType> geometry(String javaType) {
        return GEOMETRIES.contains(javaType) ? ofCode(JdbcTypes.GEOMETRY) : Optional.empty();
    }

    /** The column type of a type code that a library makes known. */
    Optional<ColumnType> ofCode(int code) {
        return switch (code) {
            case JdbcTypes.GEOMETRY -> spatial("geometry");
            case JdbcTypes.GEOGRAPHY -> spatial(dialects.is(TargetDialect.H2) ? "geometry" : "geography");
            default -> Optional.empty();
        };
    }

    private Optional<ColumnType> spatial(String name) {
        return isThere(SPATIAL) ? Optional.of(new ColumnType.Raw(name)) : Optional.empty();
    }

    /** Whether a user type of a library stands for a Java type, whatever else is said of an attribute. */
    boolean hasUserType(String javaType) {
        return javaType.equals(MONTH) && isThere(HYPERSISTENCE)
                || NEEDS_DEFINITION_ON_POSTGRESQL.containsKey(javaType)
                        && isThere(NEEDS_DEFINITION_ON_POSTGRESQL.get(javaType))
                        && dialects.is(TargetDialect.POSTGRESQL);
    }

    /**
     * The type of the column of such a user type.
     *
     * @return empty if Hibernate wants its {@code columnDefinition}
     */
    Optional<ColumnType> userType(String javaType) {
        return javaType.equals(MONTH)
                ? Optional.of(ColumnTypes.simple(ColumnType.Simple.Kind.INTEGER))
                : Optional.empty();
    }

    private boolean isThere(String contributor) {
        return classes.find(contributor).isPresent();
    }
}
