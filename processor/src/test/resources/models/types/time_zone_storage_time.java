package model;

import jakarta.persistence.*;
import java.time.OffsetTime;
import org.hibernate.annotations.TimeZoneStorage;
import org.hibernate.annotations.TimeZoneStorageType;

@Entity
class A {
    @Id
    Long id;

    @TimeZoneStorage(TimeZoneStorageType.NORMALIZE)
    OffsetTime a;

    @TimeZoneStorage(TimeZoneStorageType.COLUMN)
    OffsetTime b;
}
