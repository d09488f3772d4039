package model;

import jakarta.persistence.*;

@Entity
class A {
    String name;
}
