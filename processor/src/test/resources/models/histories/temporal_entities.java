package histories;

import jakarta.persistence.*;
import java.util.*;
import org.hibernate.annotations.*;
import org.hibernate.annotations.Temporal;

@Entity
@Temporal
class Book {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    Long id;

    @Column(unique = true, nullable = false, length = 20)
    String isbn;

    @Enumerated(EnumType.STRING)
    Kind kind;

    @Column(columnDefinition = "varchar(7) default 'x'")
    String defined;

    @ColumnDefault("3")
    @Comment("how many")
    int pages;

    @Temporal.Excluded
    String note;

    @ManyToOne(optional = false)
    Author author;

    @ElementCollection
    Set<String> tags;

    @ElementCollection
    @Column(nullable = false)
    Set<String> sure;

    @ElementCollection
    List<String> bag;

    @ElementCollection
    @OrderColumn
    List<String> ordered;

    @ElementCollection
    Map<String, Integer> byName;

    @ManyToMany
    Set<Author> others;

    @OneToMany
    @JoinTable(name = "more")
    Set<Author> more;

    @Embedded
    Size size;
}

enum Kind {
    A,
    B
}

@Embeddable
class Size {
    int width;

    @Column(unique = true)
    int height;
}

@Entity
class Author {
    @Id
    Long id;

    @Version
    int version;

    @OneToMany
    @JoinColumn(name = "author_of")
    List<Book> written;

    @ManyToMany(mappedBy = "others")
    @Temporal
    Set<Book> books;
}

@Entity
@Table(name = "versions", schema = "lib")
@Temporal(rowStart = "valid_from", rowEnd = "valid_until", secondPrecision = 3)
@Temporal.HistoryTable(name = "old_versions")
class Versioned {
    @Id
    Long id;

    @Version
    int version;

    String s;
}

@Entity
@Table(name = "`Order`")
@Temporal(rowStart = "`from`", rowEnd = "until")
@Temporal.HistoryTable(name = "`Order before`")
class Quoted {
    @EmbeddedId
    QuotedKey key;

    @ElementCollection
    @CollectionTable(name = "`Order lines`")
    @Temporal.HistoryTable(name = "`Lines`")
    Set<Integer> lines;

    @SoftDelete
    @ElementCollection
    @CollectionTable(name = "soft")
    List<Integer> soft;
}

@Embeddable
record QuotedKey(int b, String a, UUID c) {}
