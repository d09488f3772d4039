package model;

import jakarta.persistence.*;
import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.UUID;

@Entity
class A {
    @Id
    long id;

    @Column(columnDefinition = "bigint default 5")
    Long a;

    @Column(columnDefinition = "double precision")
    Double b;

    @Column(columnDefinition = "DECIMAL(5,2)")
    BigDecimal c;

    @Column(columnDefinition = "UUID")
    UUID d;

    @Column(columnDefinition = "timestamp with time zone")
    OffsetDateTime e;

    @Column(columnDefinition = "character varying(30)")
    String f;
}
