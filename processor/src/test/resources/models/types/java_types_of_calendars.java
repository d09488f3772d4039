package model;

import jakarta.persistence.*;
import java.util.Calendar;
import java.util.List;
import org.hibernate.annotations.JavaType;
import org.hibernate.type.descriptor.java.*;

// The descriptors of a calendar's parts recommend a type of their own.
@Entity
class A {
    @Id
    Long id;

    @JavaType(CalendarDateJavaType.class)
    Calendar bornOn;

    @JavaType(CalendarTimeJavaType.class)
    @Column(secondPrecision = 3)
    Calendar wakesAt;

    @JavaType(CalendarTimeJavaType.class)
    Calendar sleepsAt;

    @JavaType(CalendarJavaType.class)
    Calendar seenAt;

    @ElementCollection
    @JavaType(CalendarDateJavaType.class)
    List<Calendar> holidays;
}
