package model;

import jakarta.persistence.*;
import java.math.BigDecimal;
import java.time.*;
import java.util.*;
import org.hibernate.annotations.*;
import org.hibernate.type.SqlTypes;
import org.hibernate.type.YesNoConverter;

// What the values in a document require becomes a check of the table, with paths into the document.
@Embeddable
class Terms {
    @Column(nullable = false)
    String text;

    @Basic(optional = false)
    String unsized;

    @Column(nullable = false)
    Character letter;

    @Column(nullable = false)
    BigDecimal amount;

    @Column(nullable = false)
    Instant since;

    @Column(nullable = false)
    UUID key;

    @Column(nullable = false)
    byte[] bytes;

    @Column(nullable = false)
    String[] words;

    @Column(nullable = false, columnDefinition = "smallint")
    int defined;

    @JdbcTypeCode(SqlTypes.JSON)
    @Column(nullable = false)
    Map<String, String> inner;

    int primitive;

    @Check(constraints = "checked > 0")
    int checked;

    @Convert(converter = YesNoConverter.class)
    Boolean flag;

    @Enumerated(EnumType.STRING)
    Thread.State byName;

    @Column(nullable = false)
    Thread.State byPosition;
}

@Entity
class Contract {
    @Id
    Long id;

    @JdbcTypeCode(SqlTypes.JSON)
    Terms terms;

    @Embedded
    @JdbcTypeCode(SqlTypes.JSON)
    @Column(nullable = false)
    @AttributeOverride(name = "text", column = @Column(name = "words_of", length = 30))
    Terms more;
}
