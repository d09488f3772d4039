package model;

import jakarta.persistence.*;
import java.util.*;

@Entity
class A {
    @Id
    Long id;

    @ElementCollection
    @MapKeyClass(Locale.class)
    Map<Locale, String> texts;
}
