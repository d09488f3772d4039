package model;

import jakarta.persistence.*;
import java.net.InetAddress;
import java.sql.NClob;
import java.util.*;
import org.hibernate.annotations.JavaType;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.MapKeyJavaType;
import org.hibernate.type.SqlTypes;
import org.hibernate.type.descriptor.WrapperOptions;
import org.hibernate.type.descriptor.java.*;

// What is text where the attribute says nothing is the bytes of an object where its descriptor is stated.
class Host implements java.io.Serializable {
    String name;
}

class HostJavaType extends AbstractClassJavaType<Host> {
    HostJavaType() {
        super(Host.class);
    }

    @Override
    public <X> X unwrap(Host value, Class<X> type, WrapperOptions options) {
        return null;
    }

    @Override
    public <X> Host wrap(X value, WrapperOptions options) {
        return null;
    }
}

@Entity
class A {
    @Id
    Long id;

    @JavaType(CurrencyJavaType.class)
    Currency currency;

    @JavaType(CurrencyJavaType.class)
    @Column(length = 4)
    Currency sized;

    @JavaType(CurrencyJavaType.class)
    @Lob
    Currency large;

    @JavaType(CurrencyJavaType.class)
    @JdbcTypeCode(SqlTypes.CHAR)
    Currency text;

    @JavaType(LocaleJavaType.class)
    Locale locale;

    @JavaType(TimeZoneJavaType.class)
    TimeZone zone;

    @JavaType(NClobJavaType.class)
    NClob story;

    @JavaType(InetAddressJavaType.class)
    InetAddress address;

    @JavaType(HostJavaType.class)
    @JdbcTypeCode(SqlTypes.INET)
    Host host;

    @JavaType(CalendarJavaType.class)
    @Temporal(TemporalType.DATE)
    Calendar day;

    @ElementCollection
    @JavaType(LocaleJavaType.class)
    Set<Locale> locales;

    @ElementCollection
    @MapKeyJavaType(CurrencyJavaType.class)
    Map<Currency, String> names;
}
