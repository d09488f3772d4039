package model;

import jakarta.persistence.*;

/** Tables of generators that are named and declared nowhere. */
@Entity
class Chapter {
    @Id
    @GeneratedValue(strategy = GenerationType.TABLE, generator = "counters")
    Long id;
}

@Entity
class Page {
    @Id
    @GeneratedValue(strategy = GenerationType.TABLE, generator = "counters")
    Long id;
}
