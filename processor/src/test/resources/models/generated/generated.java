package model;

import jakarta.persistence.*;
import java.time.Instant;
import org.hibernate.annotations.Generated;

@Entity
class A {
    @Id
    Long id;

    @Generated
    Integer a;

    @Generated(sql = "1 + 1")
    Integer b;

    @Generated(writable = true)
    String c;

    @Generated(event = {org.hibernate.generator.EventType.INSERT, org.hibernate.generator.EventType.UPDATE})
    @Column(name = "dd")
    Instant d;
}
