package shop;

import jakarta.persistence.*;

// Null is converted too, and counts where something comes out; what is there twice is written twice.
abstract class OfFlag<T> implements AttributeConverter<Boolean, T> {
    public Boolean convertToEntityAttribute(T value) { return null; }
}
class Yes extends OfFlag<String> { public String convertToDatabaseColumn(Boolean b) { return b == null ? null : b ? "Y" : "N"; } }
class Always extends OfFlag<String> { public String convertToDatabaseColumn(Boolean b) { return Boolean.TRUE.equals(b) ? "Y" : "N"; } }
class Char extends OfFlag<Character> { public Character convertToDatabaseColumn(Boolean b) { if (b != null && b) { return 'J'; } return 'N'; } }
class Number1 extends OfFlag<Integer> { public Integer convertToDatabaseColumn(Boolean b) { return (b != null && b == true) ? 1 : 0; } }
class OrNull extends OfFlag<Long> { public Long convertToDatabaseColumn(Boolean b) { return Boolean.TRUE == b ? 1L : null; } }
class Fields extends OfFlag<Long> { static final Long YES = 1L; static final Long NO = null; public Long convertToDatabaseColumn(Boolean b) { return Boolean.TRUE.equals(b) ? YES : NO; } }
class Shorts extends OfFlag<Short> { public Short convertToDatabaseColumn(Boolean b) { if (b == null) return null; return Short.valueOf(b.booleanValue() ? (short) 1 : (short) 0); } }
class Text extends OfFlag<String> { public String convertToDatabaseColumn(Boolean b) { return b == null ? "unknown" : b.toString(); } }

@Entity
class Line {
    @Id Long id;
    @Convert(converter = Yes.class) Boolean a;
    @Convert(converter = Always.class) boolean b;
    @Convert(converter = Char.class) boolean c;
    @Convert(converter = Number1.class) @Column(nullable = false) Boolean d;
    @Convert(converter = OrNull.class) Boolean e;
    @Convert(converter = Shorts.class) Boolean f;
    @Convert(converter = Text.class) @Column(length = 10) Boolean g;
    @Convert(converter = Fields.class) Boolean h;
}

@Entity @org.hibernate.annotations.SoftDelete(converter = Soft.class)
class Gone { @Id Long id; }
class Soft extends OfFlag<Character> { public Character convertToDatabaseColumn(Boolean b) { return b == null ? null : b ? 'D' : 'A'; } }
