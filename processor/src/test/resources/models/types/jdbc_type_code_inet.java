package model;

import jakarta.persistence.*;
import java.net.Inet4Address;
import java.net.InetAddress;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

@Entity
class A {
    @Id
    Long id;

    @JdbcTypeCode(SqlTypes.INET)
    String text;

    @JdbcTypeCode(SqlTypes.INET)
    @Column(length = 44)
    String sizedText;

    @JdbcTypeCode(SqlTypes.INET)
    InetAddress address;

    @JdbcTypeCode(SqlTypes.INET)
    Inet4Address four;

    @JdbcTypeCode(SqlTypes.INET)
    byte[] bytes;

    @Column(length = 44)
    InetAddress sized;
}
