package model;

import jakarta.persistence.*;
import java.time.OffsetDateTime;
import org.hibernate.annotations.TimeZoneStorage;
import org.hibernate.annotations.TimeZoneStorageType;

/** Where other attributes are read through getters, one with a column for its time zone has to be a field. */
@Entity
class Meeting {
    private long id;

    @Access(AccessType.FIELD)
    @TimeZoneStorage(TimeZoneStorageType.COLUMN)
    private OffsetDateTime begin;

    @Id
    public long getId() {
        return id;
    }

    public void setId(long id) {
        this.id = id;
    }

    @Transient
    public OffsetDateTime getBegin() {
        return begin;
    }
}
