package model;

import jakarta.persistence.*;
import java.io.Serializable;

// Columns and overrides inside a key; nullable = true counts for nothing.
@Embeddable
class Key implements Serializable {
    @Column(name = "tenant_code", length = 12, nullable = true)
    String tenant;

    @Column(length = 40)
    String code;
}

@Entity
class A {
    @EmbeddedId
    Key key;
}

@Entity
class B {
    @EmbeddedId
    @AttributeOverride(name = "code", column = @Column(name = "b_code", length = 80))
    Key key;
}
