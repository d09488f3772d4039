package model;

import jakarta.persistence.*;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.Subselect;
import org.hibernate.annotations.Synchronize;

@Entity
class P {
    @Id
    Long id;

    String name;
}

@Entity
@Subselect("select id, name from P")
@Synchronize("P")
@Immutable
class V {
    @Id
    Long id;

    String name;
}

@Entity
class R {
    @Id
    Long id;

    @ManyToOne
    V v;
}
