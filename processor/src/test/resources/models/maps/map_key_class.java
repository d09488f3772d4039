package model;

import jakarta.persistence.*;
import java.util.Map;

@Entity
@SuppressWarnings("rawtypes")
class A {
    @Id
    Long id;

    @ElementCollection(targetClass = Integer.class)
    @MapKeyClass(String.class)
    Map numbers;
}
