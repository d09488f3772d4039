package model;

import jakarta.persistence.*;
import java.util.*;
import org.hibernate.annotations.Check;
import org.hibernate.annotations.ColumnDefault;

@Entity
class A {
    @Id
    Long id;

    @ElementCollection
    @Check(constraints = "ds > 3")
    @ColumnDefault("7")
    List<Integer> ds;

    @ManyToMany
    @Check(constraints = "bs_id > 0")
    Set<B> bs;

    @ElementCollection
    @Column(check = @CheckConstraint(constraint = "fs > 9"))
    List<Integer> fs;

    @ManyToMany
    @JoinTable(name = "jtc", check = @CheckConstraint(name = "jc", constraint = "cs_id > 0"))
    List<B> cs;
}

@Entity
class B {
    @Id
    Long id;
}
