package model;

import jakarta.persistence.*;
import java.util.List;

@Entity
class A {
    @Id
    Long id;

    List<Object> os;
}
