package model;

import jakarta.persistence.*;
import java.util.Map;

@Entity
class A {
    @Id
    Long id;

    Map<String, String> m;
}
