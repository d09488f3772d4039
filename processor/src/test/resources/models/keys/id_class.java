package shop;

import jakarta.persistence.*;
import java.io.Serializable;
import java.util.*;

class OrderKey implements Serializable {
    String zone;
    Integer number;
    Long customer;
}

@Entity
class Customer {
    @Id @GeneratedValue Long id;
}

@Entity
@IdClass(OrderKey.class)
class Purchase {
    @Id @Column(name = "purchase_no") Integer number;
    @Id String zone;
    @Id @ManyToOne Customer customer;
    String note;
}

@Entity
class Line {
    @Id Long id;
    @ManyToOne Purchase purchase;
    @ManyToOne
    @JoinColumns({@JoinColumn(name = "a"), @JoinColumn(name = "b"), @JoinColumn(name = "c")})
    Purchase inOrder;
    @OneToOne
    @JoinColumns({
        @JoinColumn(name = "z", referencedColumnName = "zone"),
        @JoinColumn(name = "n", referencedColumnName = "purchase_no"),
        @JoinColumn(name = "c2", referencedColumnName = "customer_id")
    })
    Purchase one;
}

record PairId(String zweite, int erste) {}

@Entity
@IdClass(PairId.class)
class Pair {
    @Id int erste;
    @Id String zweite;
    @ManyToOne @JoinColumn(name = "p1") @JoinColumn(name = "p2") Pair other;
}

class BaseId implements Serializable {
    long tenant;
}

class SubId extends BaseId {
    @Transient String nothing;
    static int count;
    long local;
}

@MappedSuperclass
@IdClass(SubId.class)
abstract class Tenanted {
    @Id long tenant;
    @Id @GeneratedValue long local;
}

@Entity
class Owned extends Tenanted {
    @ManyToOne Owned parent;
}

class AnnotatedId implements Serializable {
    @Column(name = "from_id_class", length = 7) String code;
    int jahr;
}

@Entity
@IdClass(AnnotatedId.class)
class ByIdClass {
    @Id @Column(name = "from_entity") String code;
    @Id @Column(name = "entity_year") int jahr;
}

class OneOnly implements Serializable {
    String code;
}

@Entity
@IdClass(OneOnly.class)
class Single {
    @Id String code;
}

@Entity
class SingleReferrer {
    @Id Long id;
    @ManyToOne Single single;
}

class LinkId implements Serializable {
    OrderKey purchase;
    Long rank;
}

@Entity
@IdClass(LinkId.class)
class Link {
    @Id @ManyToOne Purchase purchase;
    @Id Long rank;
}

@Entity
@IdClass(OrderKey.class)
class Extension {
    @Id @OneToOne Purchase purchase;
    String text;
}

class UpperId implements Serializable {
    Integer alpha;
    String zulu;
}

class LowerId extends UpperId {
    Integer beta;
    String mike;
}

@Entity
@IdClass(LowerId.class)
class Inherited {
    @Id String zulu;
    @Id Integer alpha;
    @Id String mike;
    @Id Integer beta;
    @ManyToOne @JoinColumn(name = "j1") @JoinColumn(name = "j2") @JoinColumn(name = "j3") @JoinColumn(name = "j4")
    Inherited other;
    @OneToOne
    @JoinColumns({@JoinColumn(name = "o1"), @JoinColumn(name = "o2"), @JoinColumn(name = "o3"), @JoinColumn(name = "o4")})
    Inherited single;
}
