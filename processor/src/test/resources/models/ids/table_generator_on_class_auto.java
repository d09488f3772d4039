package model;

import jakarta.persistence.*;

// A table generator decides for AUTO as well.
@Entity
@TableGenerator(name = "t", table = "numbers_table")
class A {
    @Id
    @GeneratedValue(generator = "t")
    Long id;
}
