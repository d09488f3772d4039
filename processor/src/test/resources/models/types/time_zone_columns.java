package shop;
import jakarta.persistence.*;
import org.hibernate.annotations.*;
import java.time.*;
@Entity class A { @Id Long id;
 @TimeZoneStorage(TimeZoneStorageType.COLUMN) ZonedDateTime d; @TimeZoneStorage(TimeZoneStorageType.AUTO) OffsetDateTime e;
 @TimeZoneStorage(TimeZoneStorageType.COLUMN) @TimeZoneColumn(name="zone_of_f") @Column(name="ff", nullable=false) OffsetDateTime f;
 @TimeZoneStorage(TimeZoneStorageType.COLUMN) @Column(name="hh", secondPrecision=3, unique=true, columnDefinition="timestamp") OffsetDateTime h;
 @TimeZoneStorage(TimeZoneStorageType.NORMALIZE) OffsetTime ta; @TimeZoneStorage(TimeZoneStorageType.COLUMN) OffsetTime tb; @TimeZoneStorage(TimeZoneStorageType.NORMALIZE_UTC) OffsetTime tc; @TimeZoneStorage(TimeZoneStorageType.AUTO) OffsetTime td;@TimeZoneStorage(TimeZoneStorageType.NATIVE) OffsetTime te;
 @TimeZoneStorage(TimeZoneStorageType.NORMALIZE) Instant i; @TimeZoneStorage(TimeZoneStorageType.NORMALIZE) LocalDateTime l; @TimeZoneStorage(TimeZoneStorageType.COLUMN) @TimeZoneColumn(columnDefinition="smallint") @Comment("c") ZonedDateTime cd; @TimeZoneStorage(TimeZoneStorageType.NORMALIZE) @Column(secondPrecision=2) ZonedDateTime nz;}
