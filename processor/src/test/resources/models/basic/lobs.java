package model;

import jakarta.persistence.*;

@Entity
class A {
    @Id
    long id;

    @Lob
    String a;

    @Lob
    @Column(length = 50)
    String b;

    @Lob
    char[] c;

    @Lob
    byte[] d;

    java.sql.Blob e;
    java.sql.Clob f;
    java.sql.NClob g;

    @Lob
    @Basic(fetch = FetchType.LAZY)
    String h;

    @Lob
    @Column(nullable = false, name = "text_body")
    String i;
}
