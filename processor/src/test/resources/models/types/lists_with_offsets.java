package model;

import jakarta.persistence.*;
import java.net.InetAddress;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import org.hibernate.annotations.TimeZoneStorage;
import org.hibernate.annotations.TimeZoneStorageType;

// What stands on an array holds for its elements, but for some large objects.
@Entity
class A {
    @Id
    Long id;

    @TimeZoneStorage(TimeZoneStorageType.NORMALIZE)
    List<OffsetDateTime> moments;

    @TimeZoneStorage(TimeZoneStorageType.NORMALIZE)
    OffsetTime[] times;

    @Lob
    ZoneId[] zones;

    @Lob
    List<InetAddress> addresses;

    @Lob
    List<Currency> currencies;
}
