package model;

import jakarta.persistence.*;
import java.io.Serializable;

// A relation makes unique what it refers to from 7.0 on.
@Entity
class A implements Serializable {
    @Id
    Long id;

    String code;

    String name;
}

@Entity
class B {
    @Id
    Long id;

    @ManyToOne
    @JoinColumn(referencedColumnName = "code")
    A byCode;
}
