package shop;

import jakarta.persistence.*;
import java.io.Serializable;
import java.math.BigDecimal;

@Embeddable
class Address {
    String zip;
    Integer city;
}

@MappedSuperclass
abstract class Named {
    @Column(length = 30) String code;
}

@Entity
class Target extends Named {
    @Id Long id;
    @Column(name = "nat", length = 12, nullable = false) String natural;
    Integer alpha;
    Integer beta;
    Integer zulu;
    BigDecimal money;
    @Embedded Address address;
    @ManyToOne Target parent;
    @OneToOne Target twin;
}

@Entity
class Referrer {
    @Id Long id;
    @ManyToOne @JoinColumn(referencedColumnName = "nat") Target derived;
    @ManyToOne @JoinColumn(name = "c", referencedColumnName = "code") Target inherited;
    @ManyToOne
    @JoinColumns({
        @JoinColumn(name = "b_z", referencedColumnName = "zulu"),
        @JoinColumn(name = "b_a", referencedColumnName = "alpha")
    })
    Target both;
    @OneToOne
    @JoinColumn(name = "o_b", referencedColumnName = "beta")
    @JoinColumn(name = "o_a", referencedColumnName = "alpha")
    Target one;
    @ManyToOne
    @JoinColumn(name = "a_c", referencedColumnName = "city")
    @JoinColumn(name = "a_z", referencedColumnName = "zip")
    Target byAddress;
    @ManyToOne @JoinColumn(name = "byp", referencedColumnName = "parent_id") Target byParent;
    @ManyToOne @JoinColumn(name = "byt", referencedColumnName = "twin_id") Target byTwin;
    @ManyToOne @JoinColumn(name = "m", referencedColumnName = "money") Target byMoney;
}
