package model;

import jakarta.persistence.*;
import java.io.Serializable;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;

// What has no type of its own is serialised.
record Money(BigDecimal amount, String currency) implements Serializable {}

@Entity
class A {
    @Id
    long id;

    java.net.URI a;
    Money b;
    ArrayList<String> c;
    HashMap<String, String> d;
    StringBuilder e;
    java.util.concurrent.atomic.AtomicInteger f;
    java.util.regex.Pattern g;
    Number h;
    java.io.File i;

    @Column(length = 2000)
    Money j;

    @Lob
    Money k;

    Serializable l;
}
