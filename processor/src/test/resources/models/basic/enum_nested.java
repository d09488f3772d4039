package model;

import jakarta.persistence.*;

// An enum in its entity.
@Entity
class A {
    enum State {
        NEW,
        DONE
    }

    @Id
    long id;

    @Enumerated(EnumType.STRING)
    @Column(length = 20, nullable = false)
    State state = State.NEW;

    State other;
}
