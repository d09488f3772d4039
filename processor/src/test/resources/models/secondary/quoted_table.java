package model;

import jakarta.persistence.*;

@Entity
@Table(name = "`Odd Name`")
@SecondaryTable(name = "sec")
@SecondaryTable(name = "`Sec Two`")
class A {
    @Id
    Long theId;

    @Column(table = "sec")
    String a;

    @Column(table = "`Sec Two`")
    String b;

    @OneToOne
    A other;

    @OneToOne
    @MapsNothing
    A third;
}

@java.lang.annotation.Retention(java.lang.annotation.RetentionPolicy.RUNTIME)
@interface MapsNothing {}
