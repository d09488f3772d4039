package model;

import jakarta.persistence.*;

/** A join column without a stated name is known by the one that it has in the database. */
@Entity
class Clerk {
    @Id
    Long staffNo;
}

@Entity
class Counter {
    @Id
    Long id;

    @OneToOne
    Clerk theClerk;
}

@Entity
class Queue {
    @Id
    Long id;

    @ManyToOne
    @JoinColumn(name = "clerk", referencedColumnName = "the_clerk_staff_no")
    Counter counter;
}
