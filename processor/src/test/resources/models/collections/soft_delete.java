package model;

import jakarta.persistence.*;
import java.util.Set;
import org.hibernate.annotations.SoftDelete;

@Entity
class B {
    @Id
    Long id;
}

@Entity
class A {
    @Id
    Long id;

    @ElementCollection
    @SoftDelete
    Set<String> tags;

    @ManyToMany
    @SoftDelete(columnName = "gone")
    Set<B> bs;
}
