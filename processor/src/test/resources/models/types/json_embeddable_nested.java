package model;

import jakarta.persistence.*;
import java.util.List;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

// Documents in documents, a plain embeddable in a document, documents with lists of embeddables, in a hierarchy.
@Embeddable
class Inner {
    @Column(nullable = false)
    int n;
}

@Embeddable
class Loose {
    int n;

    String s;
}

@Embeddable
class Outer {
    String name;

    Inner plain;

    @JdbcTypeCode(SqlTypes.JSON)
    Inner document;

    @Column(nullable = false)
    String z;
}

@Entity
@Inheritance(strategy = InheritanceType.TABLE_PER_CLASS)
abstract class Base {
    @Id
    Long id;

    @JdbcTypeCode(SqlTypes.JSON)
    Outer content;
}

@Entity
class Leaf extends Base {}

@Entity
class Lists {
    @Id
    Long id;

    @JdbcTypeCode(SqlTypes.JSON_ARRAY)
    List<Inner> inners;

    @JdbcTypeCode(SqlTypes.JSON)
    List<Loose> loose;

    @JdbcTypeCode(SqlTypes.JSON_ARRAY)
    Inner[] more;
}
