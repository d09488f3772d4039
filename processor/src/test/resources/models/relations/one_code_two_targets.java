package model;

import jakarta.persistence.*;

// Columns of equal names in two tables are one to Hibernate.
@Entity
class Booking {
    @Id
    Long id;

    @ManyToOne
    @JoinColumn(name = "code", referencedColumnName = "code")
    Hotel hotel;

    @ManyToOne
    @JoinColumn(name = "code", referencedColumnName = "code", insertable = false, updatable = false)
    Resort resort;
}

@Entity
class Hotel {
    @Id
    Long id;

    @Column(unique = true)
    String code;
}

@Entity
class Resort {
    @Id
    Long id;

    @Column(unique = true)
    String code;
}
