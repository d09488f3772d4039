package model;

import jakarta.persistence.*;

@Entity
@Table(name = "a_table_with_a_name_that_is_nearly_as_long_as_the_database_keeps_1")
class A {
    @Id
    Long id;
}
