// -Aaccrete.quoting=keywords
// hibernate.auto_quote_keyword=true
package model;

import jakarta.persistence.*;
import java.util.*;

// Some words are reserved on one database alone, and quoted there.
@Entity
@Table(name = "User")
class Person {
    @Id
    @GeneratedValue
    Long id;

    String value;
    String key;
    String order;
    String Version;
    String text;
    String firstName;
    String position;

    @ElementCollection
    Set<String> values;

    @ManyToOne
    Person group;
}
