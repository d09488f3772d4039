package model;

import jakarta.persistence.*;

/** What a subclass in a shared table requires takes NULL in its secondary table too, unless the column says otherwise. */
@Entity
@Inheritance
class Vehicle {
    @Id
    long id;
}

@Entity
@SecondaryTable(name = "lorry_papers")
class Lorry extends Vehicle {
    @Basic(optional = false)
    @Column(table = "lorry_papers")
    Integer axles;

    @Column(table = "lorry_papers", nullable = false)
    Integer weight;

    @ManyToOne(optional = false)
    @JoinColumn(table = "lorry_papers")
    Vehicle trailer;

    @ManyToOne
    @JoinColumn(table = "lorry_papers", nullable = false)
    Vehicle spare;

    @OneToOne(optional = false)
    @JoinColumn(table = "lorry_papers")
    Vehicle escort;
}
