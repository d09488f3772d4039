package dev.accrete.processor.map.type;

import dev.accrete.processor.entity.Jpa;
import dev.accrete.processor.entity.Supertypes;
import dev.accrete.processor.map.hibernate.MappingVersion;
import dev.accrete.processor.source.AnnotationUsage;
import dev.accrete.processor.source.Annotations;
import dev.accrete.processor.source.ClassDetails;
import dev.accrete.processor.source.ClassSource;
import dev.accrete.processor.source.Evaluation;
import dev.accrete.processor.source.TypeRef;
import dev.accrete.schema.model.ColumnType;
import dev.accrete.schema.model.ColumnTypes;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

/**
 * The column types of user types: those of {@code @Type}, and those that {@code @TypeRegistration} sets for a class.
 *
 * @implNote Hibernate asks the user type for a JDBC type code. Sizes are the user type's own, 255 characters and 19 digits
 *     with a scale of 2, unless the column states them; each code was measured. Dates and times would have 19 fractional
 *     digits, which H2 does not take.
 */
final class UserTypes {

    private static final int PRECISION = 19;
    private static final int SCALE = 2;
    private static final int LONG = 32_600;

    private static final String OF_LENGTH = "getDefaultSqlLength";
    private static final String OF_PRECISION = "getDefaultSqlPrecision";
    private static final String OF_SCALE = "getDefaultSqlScale";

    private static final String SQL_TYPE = "getSqlType";
    private static final String SUPPORT = "org.hibernate.usertype.UserTypeSupport";
    private static final String BASE_OF_SUPPORT = "org.hibernate.usertype.BaseUserTypeSupport";
    private static final String VALUE_CONVERTER = "getValueConverter";
    private static final String ATTRIBUTE_CONVERTER = "jakarta.persistence.AttributeConverter";

    private final ClassSource classes;
    private final Evaluation evaluation;
    private final MappingVersion version;
    private final Map<String, String> registered = new HashMap<>();

    UserTypes(ClassSource classes, Evaluation evaluation, MappingVersion version) {
        this.classes = classes;
        this.evaluation = evaluation;
        this.version = version;
    }

    /** Takes in the user types that managed classes and their packages register. */
    void register(List<ClassDetails> managed) {
        for (ClassDetails details : managed) {
            register(details.annotations());
            register(details.packageAnnotations());
        }
    }

    private void register(Annotations annotations) {
        for (AnnotationUsage usage : annotations.all(Jpa.TYPE_REGISTRATION, Jpa.TYPE_REGISTRATION + "s")) {
            Optional<String> userType = usage.type("userType").map(TypeRef::text);
            usage.type("basicClass").map(TypeRef::text).ifPresent(type -> registered.put(type, userType.orElse("")));
        }
    }

    /**
     * The class of the user type that an attribute has.
     *
     * @param type the attribute's, a primitive one as such
     */
    Optional<String> of(TypeRef type, Annotations annotations) {
        Optional<AnnotationUsage> stated = annotations.find(Jpa.TYPE);
        return stated.isPresent()
                ? Optional.of(stated.get().type("value").map(TypeRef::text).orElse(""))
                : Optional.ofNullable(registered.get(type.className()));
    }

    /** @return empty if what the user type says is not known, or Hibernate has no column type for it */
    Optional<ColumnType> columnType(String userType, ColumnSpec spec) {
        OptionalInt stated = sqlType(userType);
        boolean sizes = Stream.of(OF_LENGTH, OF_PRECISION, OF_SCALE)
                .anyMatch(method -> evaluation.declaredBy(userType, method).isPresent());
        boolean converts = evaluation.declaredBy(userType, VALUE_CONVERTER).isPresent();
        if (stated.isEmpty() || sizes && converts) {
            return Optional.empty();
        }
        int code = stated.getAsInt();
        return converts
                ? converted(userType, code, spec)
                : (sizes ? sized(userType, spec) : Optional.of(spec)).flatMap(all -> of(code, all));
    }

    /**
     * The column with the sizes that the user type has for it where none are stated; a stated length of 255 is none.
     *
     * @return empty if what the user type returns is not known
     * @implNote Hibernate's SizeStrategy asks the Java type, which UserTypeJavaTypeWrapper is here.
     */
    private Optional<ColumnSpec> sized(String userType, ColumnSpec spec) {
        OptionalInt length = size(userType, OF_LENGTH, ColumnSpec.DEFAULT_LENGTH);
        OptionalInt precision = size(userType, OF_PRECISION, PRECISION);
        OptionalInt scale = size(userType, OF_SCALE, SCALE);
        if (length.isEmpty() || precision.isEmpty() || scale.isEmpty()) {
            return Optional.empty();
        }
        ColumnSpec digits = spec.precision() != 0
                        || evaluation.declaredBy(userType, OF_PRECISION).isEmpty()
                                && evaluation.declaredBy(userType, OF_SCALE).isEmpty()
                ? spec
                : spec.withPrecision(precision.getAsInt(), scale.getAsInt());
        return Optional.of(spec.length() == ColumnSpec.DEFAULT_LENGTH ? digits.withLength(length.getAsInt()) : digits);
    }

    private OptionalInt size(String userType, String method, int otherwise) {
        if (evaluation.declaredBy(userType, method).isEmpty()) {
            return OptionalInt.of(otherwise);
        }
        return evaluation.ofMethod(userType, method) instanceof Evaluation.Values known
                        && known.values().get(0) instanceof Number size
                ? OptionalInt.of(size.intValue())
                : OptionalInt.empty();
    }

    /**
     * The code that a user type names.
     *
     * @implNote Hibernate's UserTypeSupport looks up the descriptor of the code that its constructor is called with; of them
     *     DoubleJdbcType has another code in DDL.
     */
    private OptionalInt sqlType(String userType) {
        boolean supported = evaluation
                .declaredBy(userType, SQL_TYPE)
                .filter(BASE_OF_SUPPORT::equals)
                .isPresent();
        Evaluation.Result result = supported
                ? evaluation.ofSuperclassArgument(userType, SUPPORT, 1)
                : evaluation.ofMethod(userType, SQL_TYPE);
        if (!(result instanceof Evaluation.Values known && known.values().get(0) instanceof Integer code)) {
            return OptionalInt.empty();
        }
        return OptionalInt.of(supported && code == JdbcTypes.DOUBLE ? JdbcTypes.FLOAT : code);
    }

    /**
     * The type of a column whose user type converts the values: sizes are those of what they are converted to.
     *
     * @implNote Hibernate's CustomType takes the descriptor of the code from its registry then, and Java's from the converter.
     */
    private Optional<ColumnType> converted(String userType, int code, ColumnSpec spec) {
        if (!(evaluation.ofMethod(userType, VALUE_CONVERTER) instanceof Evaluation.Values converter)) {
            return Optional.empty();
        }
        if (converter.values().get(0) == null) {
            return of(code, spec);
        }
        return classes.find(converter.values().get(0).toString())
                .flatMap(details ->
                        new Supertypes(classes).find(TypeRef.Declared.of(details.name()), ATTRIBUTE_CONVERTER))
                .filter(use -> use.arguments().size() == 2)
                .map(use -> use.arguments().get(1).text())
                // Those of dates and times are sized otherwise, and values of a Boolean are checked.
                .filter(type -> !JavaTypes.TEMPORALS.contains(type) && !type.equals("java.lang.Boolean"))
                .flatMap(type -> JdbcTypes.of(code, type, spec, version));
    }

    private Optional<ColumnType> of(int code, ColumnSpec spec) {
        boolean decimal = spec.precision() != 0;
        return switch (code) {
            case JdbcTypes.BIGINT,
                    JdbcTypes.BLOB,
                    JdbcTypes.BOOLEAN,
                    JdbcTypes.CLOB,
                    JdbcTypes.DATE,
                    JdbcTypes.INTEGER,
                    JdbcTypes.JSON,
                    JdbcTypes.LONG32VARCHAR,
                    JdbcTypes.NCLOB,
                    JdbcTypes.SMALLINT,
                    JdbcTypes.TINYINT,
                    JdbcTypes.UUID -> JdbcTypes.of(code, "", spec, version);
            case JdbcTypes.CHAR, JdbcTypes.NCHAR ->
                Optional.of(new ColumnType.Sized(ColumnType.Sized.Kind.CHAR, spec.length()));
            case JdbcTypes.VARCHAR, JdbcTypes.NVARCHAR -> Optional.of(ColumnTypes.varchar(spec.length()));
            case JdbcTypes.LONGVARCHAR -> Optional.of(ColumnTypes.varchar(ofLong(spec)));
            case JdbcTypes.BINARY -> Optional.of(new ColumnType.Sized(ColumnType.Sized.Kind.BINARY, spec.length()));
            case JdbcTypes.VARBINARY ->
                Optional.of(new ColumnType.Sized(ColumnType.Sized.Kind.VARBINARY, spec.length()));
            case JdbcTypes.LONGVARBINARY ->
                Optional.of(new ColumnType.Sized(ColumnType.Sized.Kind.VARBINARY, ofLong(spec)));
            case JdbcTypes.NUMERIC -> Optional.of(numeric(ColumnType.Numeric.Kind.NUMERIC, spec));
            case JdbcTypes.DECIMAL -> Optional.of(numeric(ColumnType.Numeric.Kind.DECIMAL, spec));
            case JdbcTypes.FLOAT ->
                decimal
                        ? Optional.empty()
                        : Optional.of(new ColumnType.Numeric(ColumnType.Numeric.Kind.FLOAT, PRECISION, 0));
            case JdbcTypes.REAL -> decimal ? Optional.empty() : Optional.of(new ColumnType.Raw("real"));
            case JdbcTypes.DOUBLE -> decimal ? Optional.empty() : Optional.of(new ColumnType.Raw("double precision"));
            default -> Optional.empty();
        };
    }

    private static int ofLong(ColumnSpec spec) {
        return spec.length() == ColumnSpec.DEFAULT_LENGTH ? LONG : spec.length();
    }

    private static ColumnType numeric(ColumnType.Numeric.Kind kind, ColumnSpec spec) {
        return spec.precision() == 0
                ? new ColumnType.Numeric(kind, PRECISION, SCALE)
                : new ColumnType.Numeric(kind, spec.precision(), spec.scale());
    }
}
