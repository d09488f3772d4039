package model;

import jakarta.persistence.*;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

// A type code says what holds the values of an enum; they are written as its values are.
enum Grade {
    GOOD("g"),
    POOR("it's p");

    @EnumeratedValue
    final String code;

    Grade(String code) {
        this.code = code;
    }
}

enum Letter {
    A('a'),
    B('b');

    @EnumeratedValue
    final char letter;

    Letter(char letter) {
        this.letter = letter;
    }
}

enum Level {
    LOW(10),
    HIGH(2000);

    @EnumeratedValue
    final int number;

    Level(int number) {
        this.number = number;
    }
}

enum Size {
    S((byte) 1),
    L((byte) 7);

    @EnumeratedValue
    final byte number;

    Size(byte number) {
        this.number = number;
    }
}

@Entity
class Report {
    @Id
    Long id;

    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    Grade varchar;

    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.CHAR)
    Grade asChar;

    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.CHAR)
    @Column(length = 8)
    Grade sized;

    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.LONGNVARCHAR)
    Grade longer;

    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.CHAR)
    Letter letter;

    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    Letter letters;

    @JdbcTypeCode(SqlTypes.INTEGER)
    Level level;

    @JdbcTypeCode(SqlTypes.BIGINT)
    Level large;

    @Enumerated
    @JdbcTypeCode(SqlTypes.TINYINT)
    Level tiny;

    @JdbcTypeCode(SqlTypes.VARCHAR)
    Level text;

    @JdbcTypeCode(SqlTypes.CHAR)
    Size size;

    @JdbcTypeCode(SqlTypes.SMALLINT)
    Size small;

    @ElementCollection
    @JdbcTypeCode(SqlTypes.INTEGER)
    java.util.List<Level> levels;
}
