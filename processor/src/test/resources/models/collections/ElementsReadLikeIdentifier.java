package model;

import jakarta.persistence.Access;
import jakarta.persistence.AccessType;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import java.io.Serializable;
import java.util.List;
import java.util.Map;

/** What collections hold is read as the identifier is, which may state that of itself alone. */
@Entity
class Trip {

    @Id
    @Access(AccessType.PROPERTY)
    private Long id;

    @Embedded
    private Stay base;

    @ElementCollection
    private List<Stay> stays;

    @ElementCollection
    private Map<Stay, Integer> nights;

    @ElementCollection
    @Access(AccessType.FIELD)
    private List<Stay> planned;

    public Long getId() {
        return id;
    }

    public void setId(Long id) {
        this.id = id;
    }
}

/** Of several parts, the first by name says it. */
@Entity
@IdClass(LegKey.class)
class Leg {

    @Id
    @Access(AccessType.PROPERTY)
    private Long trip;

    @Id
    private Long number;

    @ElementCollection
    private List<Stay> stops;

    public Long getTrip() {
        return trip;
    }

    public void setTrip(Long trip) {
        this.trip = trip;
    }
}

class LegKey implements Serializable {

    private Long trip;
    private Long number;

    public Long getTrip() {
        return trip;
    }

    public void setTrip(Long trip) {
        this.trip = trip;
    }

    public Long getNumber() {
        return number;
    }

    public void setNumber(Long number) {
        this.number = number;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof LegKey;
    }

    @Override
    public int hashCode() {
        return 1;
    }
}

@Embeddable
class Stay {

    @Column(name = "of_field")
    private String place;

    @Column(name = "of_getter")
    public String getPlace() {
        return place;
    }

    public void setPlace(String place) {
        this.place = place;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Stay;
    }

    @Override
    public int hashCode() {
        return 1;
    }
}
