package model;

import jakarta.persistence.*;
import java.util.Set;

@Entity
class B {
    @Id
    Long id;
}

@MappedSuperclass
abstract class Base {
    @Id
    Long id;

    @ManyToMany
    @JoinTable(name = "base_b")
    Set<B> bs;
}

@Entity
@AssociationOverride(
        name = "bs",
        joinTable =
                @JoinTable(
                        name = "a_b",
                        joinColumns = @JoinColumn(name = "a"),
                        inverseJoinColumns = @JoinColumn(name = "b")))
class A extends Base {}
