package model;

import jakarta.persistence.*;
import java.util.*;

@Embeddable
record Rec(String b, int a) {
}

@Entity
class A {
    @Id
    Long id;

    @ElementCollection
    Set<Rec> recs;
}
