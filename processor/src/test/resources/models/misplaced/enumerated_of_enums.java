package model;

import jakarta.persistence.*;
import java.util.List;
import java.util.Set;

// Constants, and several of them in a column or a table.
@Entity
class Ticket {
    @Id
    Long id;

    @Enumerated(EnumType.STRING)
    State state;

    @Enumerated(EnumType.STRING)
    State[] past;

    @Enumerated
    List<State> possible;

    @ElementCollection
    @Enumerated(EnumType.STRING)
    Set<State> seen;

    enum State {
        OPEN,
        DONE
    }
}
