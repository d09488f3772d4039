package model;

import jakarta.persistence.*;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Currency;
import java.util.Locale;
import java.util.TimeZone;
import java.util.UUID;

@Entity
class A {
    @Id
    long id;

    Locale a;
    Currency b;
    java.net.URL c;
    Class<?> d;
    UUID e;
    java.net.InetAddress f;
    TimeZone g;

    @Column(length = 10)
    Currency h;

    @Column(length = 10)
    Locale i;

    @Column(length = 12)
    ZoneId j;

    @Column(length = 3)
    ZoneOffset k;

    char[] l;

    @Column(length = 9)
    char[] m;

    @Column(length = 4)
    Character n;
}
