package model;

import jakarta.persistence.*;
import java.util.*;

// An array as an attribute; as a value of a map Hibernate 7 knows no more than that it is a List, and does not start.
@Entity
class Glossary {
    @Id
    Long id;

    @ElementCollection
    @CollectionTable(name = "glossary_terms")
    Map<String, List<String>> terms = new HashMap<>();
}
