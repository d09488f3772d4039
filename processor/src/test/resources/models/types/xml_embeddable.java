package model;

import jakarta.persistence.*;
import java.util.*;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

// Hibernate reads no value of an XML document on H2, and checks none on PostgreSQL.
@Embeddable
class Line {
    @Column(nullable = false)
    String text;

    int number;
}

@Embeddable
class Page {
    String title;

    @JdbcTypeCode(SqlTypes.SQLXML)
    Line first;

    @JdbcTypeCode(SqlTypes.XML_ARRAY)
    List<Line> lines;
}

@Entity
class Book {
    @Id
    Long id;

    @JdbcTypeCode(SqlTypes.SQLXML)
    Line motto;

    @JdbcTypeCode(SqlTypes.SQLXML)
    @Column(name = "main_page", nullable = false)
    Page page;

    @JdbcTypeCode(SqlTypes.XML_ARRAY)
    Set<Page> pages;
}
