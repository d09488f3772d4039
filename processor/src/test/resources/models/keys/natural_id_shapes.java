package shop;

import jakarta.persistence.*;
import java.io.Serializable;
import org.hibernate.annotations.NaturalId;

@Embeddable
class Key implements Serializable {
    int alpha;
    String beta;
}

@Entity
class Composite {
    @EmbeddedId Key id;
}

@Embeddable
class Isbn {
    String prefix;
    @NaturalId String number;
}

@MappedSuperclass
abstract class Base {
    @Id Long id;
    @NaturalId String zulu;
}

@Entity
@Table(uniqueConstraints = @UniqueConstraint(name = "uq_nat", columnNames = {"b", "a"}))
class Named {
    @Id Long id;
    @NaturalId String a;
    @NaturalId(mutable = true) int b;
}

@Entity
class Shaped extends Base {
    @NaturalId @ManyToOne @JoinColumn(name = "k_b", referencedColumnName = "beta") @JoinColumn(name = "k_a", referencedColumnName = "alpha")
    Composite composite;
    Isbn isbn;
    @NaturalId @OneToOne Named named;
    @NaturalId @Column(name = "first1") String last;
}

@Entity
@Inheritance(strategy = InheritanceType.JOINED)
class Animal {
    @Id Long id;
    @NaturalId String tag;
}

@Entity
class Dog extends Animal {
    int legs;
}
