package model;

import jakarta.persistence.*;
import java.util.List;
import java.util.Set;
import org.hibernate.annotations.BatchSize;
import org.hibernate.annotations.Fetch;
import org.hibernate.annotations.FetchMode;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.SQLJoinTableRestriction;
import org.hibernate.annotations.SQLRestriction;

@Entity
class B {
    @Id
    Long id;

    String name;
}

@Entity
class A {
    @Id
    Long id;

    @OneToMany
    @BatchSize(size = 10)
    @Fetch(FetchMode.SUBSELECT)
    @jakarta.persistence.OrderBy("name")
    @SQLRestriction("1 = 1")
    List<B> bs;

    @ManyToMany
    @JoinTable(name = "A_C")
    @SQLJoinTableRestriction("1 = 1")
    @Immutable
    Set<B> cs;
}
