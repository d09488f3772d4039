package model;

import jakarta.persistence.*;

// The second attribute reads what the first one writes.
@Entity
class A {
    @Id
    long id;

    @Column(name = "status", length = 10, nullable = false)
    String status;

    @Column(name = "status", insertable = false, updatable = false)
    String statusText;
}
