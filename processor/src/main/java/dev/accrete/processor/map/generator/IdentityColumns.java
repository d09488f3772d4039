package dev.accrete.processor.map.generator;

import dev.accrete.processor.entity.EntityCode;
import dev.accrete.processor.map.context.MappingContext;
import dev.accrete.processor.map.hibernate.TargetDialect;
import dev.accrete.processor.source.TypeRef;
import dev.accrete.schema.model.ColumnType;
import java.util.Set;
import java.util.regex.Pattern;

/** Reports columns that are to be numbered by the database, and that it does not number. */
final class IdentityColumns {

    /** What an identity column can be; Hibernate lets an attribute be any of these. */
    private static final Set<String> NUMBERED = Set.of(
            "byte",
            "short",
            "int",
            "long",
            "java.lang.Byte",
            "java.lang.Short",
            "java.lang.Integer",
            "java.lang.Long",
            "java.math.BigInteger",
            "java.math.BigDecimal");

    private static final Pattern DECIMAL = Pattern.compile("\\s*(dec|decimal|numeric)\\b", Pattern.CASE_INSENSITIVE);

    private final MappingContext context;

    IdentityColumns(MappingContext context) {
        this.context = context;
    }

    void check(Generators.Generated generated) {
        TypeRef type = generated.attribute().declaration().type();
        if (!NUMBERED.contains(type.text())) {
            report(
                    generated,
                    "the database numbers rows with whole numbers, and " + type.text() + " is none",
                    "make the attribute a Long, or use GenerationType.UUID for a UUID or String");
        } else if (generated.column().hasType()
                && !isNumbered(generated.column().type())) {
            report(
                    generated,
                    takesDecimals()
                            ? "the database numbers rows with whole numbers, and its column is for others"
                            : "PostgreSQL numbers rows in columns for integers alone, and its column is for decimals",
                    "make the attribute a Long without a type of its own, or number it with GenerationType.SEQUENCE");
        }
    }

    private void report(Generators.Generated generated, String problem, String fix) {
        context.problems.add(EntityCode.IDENTITY_TYPE, generated.by().place(), generated.subject(), problem, fix);
    }

    /** Whether a column can be an identity column, as far as its type is known. */
    private boolean isNumbered(ColumnType type) {
        if (type instanceof ColumnType.Numeric decimal) {
            return decimal.kind() != ColumnType.Numeric.Kind.FLOAT && decimal.scale() == 0 && takesDecimals();
        }
        return !(type instanceof ColumnType.Sized)
                && (!(type instanceof ColumnType.Raw stated)
                        || !DECIMAL.matcher(stated.sql()).lookingAt()
                        || takesDecimals());
    }

    private boolean takesDecimals() {
        return context.dialects.is(TargetDialect::numbersDecimals);
    }
}
