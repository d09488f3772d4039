package model;

import jakarta.persistence.*;
import java.io.Serializable;
import java.util.Set;

@Entity
class A implements Serializable {
    @Id
    Long id;

    @Column(length = 12)
    String code;

    @ElementCollection
    @CollectionTable(joinColumns = @JoinColumn(name = "a_code", referencedColumnName = "code"))
    Set<String> tags;
}
