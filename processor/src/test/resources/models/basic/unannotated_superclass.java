package model;

import jakarta.persistence.*;

// Its fields are not mapped.
class Plain {
    String ignored;
    int alsoIgnored;
}

@Entity
class A extends Plain {
    @Id
    Long id;

    String mapped;
}
