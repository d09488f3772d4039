package model;

import jakarta.persistence.*;
import java.util.*;

@Entity
class Owner {
    @Id
    Long id;

    @ElementCollection
    @AttributeOverride(name = "value", column = @Column(name = "over"))
    Map<String,String> names;
}
