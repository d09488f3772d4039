package model;

import jakarta.persistence.*;
import java.util.*;

// Hibernate looks for arrays of wrappers among the attributes of entities alone.
@Embeddable
class Scan {
    Byte[] bytes;
    Character[] marks;
}

@Entity
class Page {
    @Id
    Byte[] digest;

    Scan scan;

    @ElementCollection
    List<Byte[]> copies;

    @ElementCollection
    Map<String, Character[]> words;

    @ElementCollection
    List<Scan> scans;
}
