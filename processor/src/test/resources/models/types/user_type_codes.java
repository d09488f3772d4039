package shop;

import jakarta.persistence.*;
import java.sql.Types;
import java.util.*;
import org.hibernate.annotations.Type;
import org.hibernate.type.SqlTypes;
import org.hibernate.usertype.UserType;

// The column is what the user type's code says, with the sizes of user types.
abstract class Base implements UserType<Point> {
    public Class<Point> returnedClass() { return Point.class; }
    public Point deepCopy(Point p) { return p; }
    public boolean isMutable() { return false; }
}
class Point {}
enum Kind { A, B }
abstract class OfKind implements UserType<Kind> {
    public Class<Kind> returnedClass() { return Kind.class; }
    public Kind deepCopy(Kind p) { return p; }
    public boolean isMutable() { return false; }
}
class KindText extends OfKind { private static final int TYPE = Types.VARCHAR; public int getSqlType() { return TYPE; } }
class Text extends Base { public int getSqlType() { return Types.VARCHAR; } }
class Chars extends Base { public int getSqlType() { return Types.CHAR; } }
class Number1 extends Base { public int getSqlType() { return Types.NUMERIC; } }
class Decimal extends Base { public int getSqlType() { return Types.DECIMAL; } }
class Whole extends Base { public int getSqlType() { return Types.INTEGER; } }
class Big extends Base { public int getSqlType() { return SqlTypes.BIGINT; } }
class Small extends Base { public int getSqlType() { return java.sql.Types.SMALLINT; } }
class Flag extends Base { public int getSqlType() { return Types.BOOLEAN; } }
class Day extends Base { public int getSqlType() { return Types.DATE; } }
class Bytes extends Base { public int getSqlType() { return Types.VARBINARY; } }
class Blob1 extends Base { public int getSqlType() { return Types.BLOB; } }
class Clob1 extends Base { public int getSqlType() { return Types.CLOB; } }
class Json extends Base { public int getSqlType() { return SqlTypes.JSON; } }
class Uuid extends Base { public int getSqlType() { return SqlTypes.UUID; } }
class LongText extends Base { public int getSqlType() { return Types.LONGVARCHAR; } }
class LongBytes extends Base { public int getSqlType() { return Types.LONGVARBINARY; } }
class Floating extends Base { public int getSqlType() { return Types.FLOAT; } }
class Real extends Base { public int getSqlType() { return Types.REAL; } }
class DoubleOf extends Base { public int getSqlType() { return Types.DOUBLE; } }

@Embeddable class Part { @Type(Text.class) Point text; @Type(Number1.class) @Column(precision = 6, scale = 3) Point digits; }

@Entity
class Figure {
    @Id Long id;
    @Type(Text.class) Point a;
    @Type(Text.class) @Column(name = "bb", length = 40, nullable = false, unique = true) Point b;
    @Type(Chars.class) @Column(length = 4) Point c;
    @Type(Number1.class) Point d;
    @Type(Number1.class) @Column(precision = 8, scale = 3) Point e;
    @Type(Decimal.class) @Column(precision = 12) Point f;
    @Type(Whole.class) Point g;
    @Type(Big.class) Point h;
    @Type(Small.class) Point i;
    @Type(Flag.class) Point j;
    @Type(Day.class) Point k;
    @Type(Bytes.class) @Column(length = 100) Point l;
    @Type(Blob1.class) Point m;
    @Type(Clob1.class) Point n;
    @Type(Json.class) Point o;
    @Type(Uuid.class) Point p;
    @Type(LongText.class) Point q;
    @Type(LongText.class) @Column(length = 77) Point r;
    @Type(LongBytes.class) Point s;
    @Type(Floating.class) Point t;
    @Type(Real.class) Point u;
    @Type(DoubleOf.class) Point v;
    @Type(KindText.class) Kind kind;
    @Type(KindText.class) @Enumerated(EnumType.STRING) Kind named;
    @Embedded Part part;
    @ElementCollection @Type(Text.class) @Column(length = 9) List<Point> points;
}
