package model;

import jakarta.persistence.*;

// Two tables, a table and the sequence of another one, two columns that PostgreSQL calls the same when it has cut them.
@Entity
@Table(name = "a_table_with_a_name_that_is_nearly_as_long_as_the_database_keeps_1")
class A {
    @Id
    Long id;
}

@Entity
@Table(name = "a_table_with_a_name_that_is_nearly_as_long_as_the_database_keeps_2")
class B {
    @Id
    Long id;
}

@Entity
@Table(name = "a_table_whose_sequence_is_cut_to_what_the_database_keeps_of_the_table")
class Numbered {
    @Id
    @GeneratedValue
    Long id;

    String anAttributeWhoseNameIsMuchLongerThanAnybodyWouldEverWriteItDown1;
    String anAttributeWhoseNameIsMuchLongerThanAnybodyWouldEverWriteItDown2;
}
