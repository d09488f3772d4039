package model;

import jakarta.persistence.*;
import java.io.Serializable;

@Entity
class A implements Serializable {
    @Id
    Long one;

    @Id
    Long two;

    String name;
}
