package model;

import jakarta.persistence.*;

// Identity columns of each integral type.
@Entity
class ALong {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    Long id;
}

@Entity
class AnInt {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    int id;
}

@Entity
class AShort {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    Short id;
}
