package model;

import jakarta.persistence.*;
import java.time.OffsetDateTime;
import org.hibernate.annotations.TimeZoneStorage;
import org.hibernate.annotations.TimeZoneStorageType;

// Hibernate makes no column of it.
@Entity
class Meeting {
    private long id;
    private OffsetDateTime begin;

    @Id
    public long getId() {
        return id;
    }

    public void setId(long id) {
        this.id = id;
    }

    @TimeZoneStorage(TimeZoneStorageType.COLUMN)
    public OffsetDateTime getBegin() {
        return begin;
    }

    public void setBegin(OffsetDateTime begin) {
        this.begin = begin;
    }
}
