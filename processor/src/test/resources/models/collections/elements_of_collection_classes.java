package model;

import jakarta.persistence.*;
import java.util.*;

// Of a value in a collection's table Hibernate 7 sees the class alone: a collection class is serialized, typed or not.
@Entity
class Calendar {
    @Id
    Long id;

    enum Capability {
        READ,
        WRITE
    }

    @ElementCollection(targetClass = EnumSet.class)
    @Column(name = "granted")
    Map<String, EnumSet<Capability>> grants = new HashMap<>();

    @ElementCollection
    List<HashMap> drafts = new ArrayList<>();

    @ElementCollection
    Map<Integer, ArrayList<String>> lines = new HashMap<>();

    @ElementCollection
    Map<ArrayList<String>, Integer> counts = new HashMap<>();
}
