package model;

import jakarta.persistence.*;
import java.util.Calendar;
import java.util.Date;

@Entity
@SuppressWarnings("deprecation")
class A {
    @Id
    long id;

    @jakarta.persistence.Temporal(TemporalType.DATE)
    Date a;

    @jakarta.persistence.Temporal(TemporalType.TIME)
    Date b;

    @jakarta.persistence.Temporal(TemporalType.TIMESTAMP)
    Date c;

    @jakarta.persistence.Temporal(TemporalType.DATE)
    Calendar d;

    @jakarta.persistence.Temporal(TemporalType.TIME)
    Calendar e;

    @jakarta.persistence.Temporal(TemporalType.TIMESTAMP)
    Calendar f;

    @jakarta.persistence.Temporal(TemporalType.DATE)
    @Column(name = "g_day", nullable = false)
    Date g;
}
