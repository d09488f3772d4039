package model;

import jakarta.persistence.*;

// Which inherited attributes a row check names.
@Entity
class A {
    @Id
    Long id;

    int ofRoot;
}

@Entity
class B extends A {
    short ofB;

    @Basic(optional = false)
    String alsoOfB;
}

@Entity
class C extends B {
    @ManyToOne(optional = false)
    A ofC;
}

@Entity
class D extends C {
    boolean ofD;
}

@Entity
class E extends D {}
