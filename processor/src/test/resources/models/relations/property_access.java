package model;

import jakarta.persistence.*;
import java.util.Set;

@Entity
class B {
    private Long id;
    private Set<A> as;

    @Id
    public Long getId() {
        return id;
    }

    public void setId(Long i) {
        id = i;
    }

    @OneToMany(mappedBy = "bee")
    public Set<A> getAs() {
        return as;
    }

    public void setAs(Set<A> s) {
        as = s;
    }
}

@Entity
class A {
    private Long id;
    private B bee;

    @Id
    public Long getId() {
        return id;
    }

    public void setId(Long i) {
        id = i;
    }

    @ManyToOne
    @JoinColumn(name = "bee_id")
    public B getBee() {
        return bee;
    }

    public void setBee(B b) {
        bee = b;
    }
}
