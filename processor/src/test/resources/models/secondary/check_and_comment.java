package model;

import jakarta.persistence.*;

@Entity
@SecondaryTable(name = "sec", check = @CheckConstraint(name = "ck", constraint = "n > 0"), comment = "more")
class A {
    @Id
    Long id;

    @Column(table = "sec")
    int n;
}
