package shop;

import jakarta.persistence.*;
import org.hibernate.annotations.Check;
import org.hibernate.annotations.Checks;

enum State { NEW, OPEN }

@Entity
@Table(name = "checked", check = {@CheckConstraint(constraint = "x1 > 0"), @CheckConstraint(name = "ck_table", constraint = "x1 < 1000")})
@Checks({@Check(constraints = "x1 < 100"), @Check(name = "ck_class", constraints = "x1 <> 7")})
class Checked extends Base {
    @Id Long id;
    @Column(check = @CheckConstraint(constraint = "x1 > 1")) int x1;
    @Column(check = {@CheckConstraint(constraint = "x2 > 1"), @CheckConstraint(name = "cn2", constraint = "x2 > 2"),
        @CheckConstraint(name = "cn3", constraint = "x2 > 3")}) @Check(constraints = "x2 > 4") int x2;
    @Column(check = {@CheckConstraint(name = "cn4", constraint = "x3 > 2"), @CheckConstraint(name = "cn5", constraint = "x3 > 3")}) int x3;
    @Check(name = "cn6", constraints = "x4 > 3") int x4;
    @Checks({@Check(name = "cn7", constraints = "x5 > 3"), @Check(constraints = "x5 > 2"), @Check(constraints = "x5 > 1")}) int x5;
    @Enumerated(EnumType.STRING) @Check(constraints = "k1 <> 'OPEN'") State k1;
    @Enumerated(EnumType.STRING) @Column(check = @CheckConstraint(name = "kn", constraint = "k2 <> 'OPEN'")) State k2;
    @Enumerated @Check(constraints = "k3 <> 7") @Column(check = @CheckConstraint(constraint = "k3 <> 9")) State k3;
    @ManyToOne @Check(constraints = "other_id > 0") Checked other;
    @Embedded Part part;
    @Embedded @AttributeOverride(name = "size", column = @Column(name = "second_size")) Sized second;
}

@MappedSuperclass
@Check(constraints = "ms > 0")
class Base {
    int ms;
    @Check(constraints = "ms2 > 0") int ms2;
}

@Embeddable
@Check(constraints = "z > 0")
class Part {
    int z;
    @Check(constraints = "y > 0") int y;
}

@Embeddable
class Sized {
    @Check(constraints = "second_size > 0") int size;
}
