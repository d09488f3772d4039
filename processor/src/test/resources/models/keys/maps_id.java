package shop;

import jakarta.persistence.*;
import java.io.Serializable;
import java.util.*;

@Entity
class Person {
    @Id @GeneratedValue @Column(name = "person_id") Long id;
    @OneToOne(mappedBy = "person") Details details;
}

@Entity
class Details {
    @Id Long id;
    @OneToOne @MapsId Person person;
    String text;
}

@Entity
class SameName {
    @Id Long id;
    @OneToOne @MapsId @JoinColumn(name = "id", foreignKey = @ForeignKey(name = "fk_same")) Person person;
}

@Entity
class ByPrimaryKeyJoinColumn {
    @Id Long id;
    @OneToOne @MapsId @PrimaryKeyJoinColumn(name = "pkjc") Person person;
}

@Entity
class ByManyToOne {
    @Id Long id;
    @ManyToOne @MapsId Person somebody;
}

@Embeddable
class OrderKey implements Serializable {
    Integer year1;
    String area;
}

@Entity
class Purchase {
    @EmbeddedId OrderKey id;
}

@Entity
class Invoice {
    @EmbeddedId OrderKey id;
    @OneToOne @MapsId Purchase purchase;
}

@Entity
class StatedInvoice {
    @EmbeddedId OrderKey id;
    @OneToOne
    @MapsId
    @JoinColumn(name = "the_area", referencedColumnName = "area")
    @JoinColumn(name = "the_year", referencedColumnName = "year1")
    Purchase purchase;
}

@Embeddable
class LineKey implements Serializable {
    OrderKey purchase;
    int number;
    Long person;
}

@Entity
class Line {
    @EmbeddedId LineKey id;
    @MapsId("purchase") @ManyToOne Purchase ordered;
    @MapsId("person") @OneToOne @JoinColumn(name = "who") Person by;
    @ManyToOne Line previous;
}

@Embeddable
class Part implements Serializable {
    @Column(name = "a_explicit") Long a;
    @Column(name = "b_explicit", length = 11) String b;
}

@Entity
class Text {
    @Id @Column(length = 40) String code;
}

@Entity
class Parted {
    @EmbeddedId Part id;
    @MapsId("a") @ManyToOne @JoinColumn(name = "a_join") Person person;
    @MapsId("b") @ManyToOne(optional = false) @JoinColumn(name = "b_join") Text text;
}

record RecordKey(Long person, String kind) {}

@Entity
class ByRecord {
    @EmbeddedId RecordKey key;
    @MapsId("person") @ManyToOne Person person;
}

class MemberId implements Serializable {
    Long person;
    Long team;
}

@Entity
@IdClass(MemberId.class)
class Member {
    @Id Long person;
    @Id Long team;
    @MapsId("person") @ManyToOne @JoinColumn(name = "p") Person somebody;
}

@MappedSuperclass
abstract class Derived {
    @Id Long id;
    @OneToOne @MapsId @JoinColumn(name = "fromSuper") Person person;
}

@Entity
class Sub extends Derived {
    @OneToMany(mappedBy = "sub") List<Child> children;
}

@Entity
class Child {
    @Id Long id;
    @ManyToOne Sub sub;
}
