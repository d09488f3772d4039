package model;

import jakarta.persistence.*;
import java.util.*;

@Entity
class A {
    @Id
    Long id;

    @ElementCollection
    @CollectionTable(name = "same")
    Set<String> e1;

    @ElementCollection
    @CollectionTable(name = "same")
    Set<String> e2;
}
