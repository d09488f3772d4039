package model;

import jakarta.persistence.*;
import java.util.Calendar;
import java.util.Date;
import java.util.GregorianCalendar;
import java.util.TimeZone;

@Entity
@SuppressWarnings("deprecation")
class A {
    @Id
    long id;

    Date a;
    Calendar b;
    java.sql.Date c;
    java.sql.Time d;
    java.sql.Timestamp e;
    GregorianCalendar f;
    TimeZone g;
}
