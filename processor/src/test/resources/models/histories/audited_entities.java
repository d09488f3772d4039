package histories;

import jakarta.persistence.*;
import java.util.*;
import org.hibernate.annotations.*;

@Entity
@Audited
class Ticket {
    @Id
    @GeneratedValue
    Long id;

    @Version
    int v;

    @Audited.Excluded
    String x;

    @Column(unique = true, nullable = false)
    String y;

    @ElementCollection
    List<String> l;

    @ElementCollection
    Set<String> sset;

    @ElementCollection
    @OrderColumn
    List<String> ol;

    @ElementCollection
    Map<Integer, String> map;

    @ManyToOne
    Person a;

    @ManyToMany
    List<Person> as2;

    @OneToMany
    @JoinColumn(name = "ticket_id")
    List<Attachment> bs;

    @ElementCollection
    @Audited.Excluded
    List<String> no;

    @OneToMany(mappedBy = "parent")
    List<Reply> inv;

    @Enumerated(EnumType.STRING)
    Kind kind;

    @ManyToMany(mappedBy = "many")
    List<Board> inverse;

    @Embedded
    @Audited.Excluded
    Part part;

    @Embedded
    @AttributeOverride(name = "p", column = @Column(name = "other"))
    Part second;

    @OneToMany
    @JoinColumn(name = "old_ticket_id")
    @Audited.CollectionTable(name = "ticket_children", schema = "other")
    List<Attachment> children;

    @ManyToOne
    @JoinTable(name = "ticket_reporter")
    Person joined;

    @Lob
    String lob;

    @OneToOne
    Person one;
}

enum Kind {
    A,
    B
}

@Embeddable
class Part {
    String p;
}

@Entity
class Person {
    @Id
    Long id;
}

@Entity
class Attachment {
    @Id
    @GeneratedValue(strategy = GenerationType.UUID)
    UUID id;
}

@Entity
class Reply {
    @Id
    Long id;

    @ManyToOne
    Ticket parent;
}

@Entity
class Board {
    @Id
    Long id;

    @ManyToMany
    @Audited
    List<Ticket> many;
}

@Entity
@Audited
@SoftDelete
class Soft {
    @EmbeddedId
    SoftKey key;

    @Column(name = "`Quoted`")
    String q;
}

@Embeddable
record SoftKey(short b, String a, long c) {}

@Entity
@Table(name = "`Quote`")
@Audited
@Audited.Table(name = "`Quote log`")
class Quote {
    @Id
    Integer id;

    @Check(constraints = "n > 3")
    int n;
}
