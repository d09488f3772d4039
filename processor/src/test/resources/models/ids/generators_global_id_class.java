// -Aaccrete.global_generators=true
// hibernate.jpa.compliance.global_id_generators=true
package model;

import jakarta.persistence.*;

import java.io.Serializable;

/** Hibernate 7 reads the generator of a part twice, and refuses the second. */
@Entity
@IdClass(SeatKey.class)
class Seat {
    @Id
    @GeneratedValue(generator = "seats")
    @SequenceGenerator(name = "seats", sequenceName = "seat_numbers")
    Long number;

    @Id
    Long hall;
}

class SeatKey implements Serializable {
    Long number;
    Long hall;

    @Override
    public boolean equals(Object other) {
        return other instanceof SeatKey key && key.number.equals(number) && key.hall.equals(hall);
    }

    @Override
    public int hashCode() {
        return number.hashCode();
    }
}
