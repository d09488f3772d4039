package model;

import jakarta.persistence.*;
import java.io.Serializable;
import java.util.Set;

@Entity
@Table(uniqueConstraints = @UniqueConstraint(columnNames = "number"))
class A implements Serializable {
    @Id
    Long id;

    @Column(unique = true, length = 10)
    String code;

    int number;
    String first;
    String last;
}

@Entity
class B {
    @Id
    Long id;

    @ManyToOne
    @JoinColumn(referencedColumnName = "code")
    A byCode;

    @ManyToOne
    @JoinColumn(referencedColumnName = "number")
    A byNumber;

    @ManyToOne
    @JoinColumn(name = "f", referencedColumnName = "first")
    @JoinColumn(name = "l", referencedColumnName = "last")
    A byBoth;

    @ManyToMany
    @JoinTable(name = "b_as", inverseJoinColumns = @JoinColumn(name = "a_code", referencedColumnName = "code"))
    Set<A> as;
}
