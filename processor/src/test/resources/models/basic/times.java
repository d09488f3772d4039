package model;

import jakarta.persistence.*;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.Month;
import java.time.MonthDay;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.Period;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;

@Entity
class A {
    @Id
    long id;

    LocalDate a;
    LocalTime b;
    LocalDateTime c;
    Instant d;
    OffsetDateTime e;
    ZonedDateTime f;
    OffsetTime g;
    Year h;
    Duration i;
    YearMonth j;
    MonthDay k;
    Period l;
    ZoneId m;
    ZoneOffset n;
    DayOfWeek o;
    Month p;
}
