package model;

import jakarta.persistence.*;

@Entity
class A {
    @Id
    long id;

    Object a;
}
