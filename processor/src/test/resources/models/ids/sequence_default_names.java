package model;

import jakarta.persistence.*;

// The sequence is named after the entity unless @Table names a table.
@Entity
class Plain {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE)
    Long id;
}

@Entity(name = "Other")
class WithName {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE)
    Long id;
}

@Entity
@Table(name = "t_order")
class WithTable {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE)
    Long id;
}

@Entity(name = "Both")
@Table(name = "both_table")
class WithBoth {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE)
    Long id;
}

@Entity
class LongCamelCaseName {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE)
    Long id;
}
