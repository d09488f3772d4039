package model;

import jakarta.persistence.*;
import java.util.*;

@Entity
class A {
    @Id
    Long id;

    @OneToMany
    Set<B> l;

    @ManyToMany
    @JoinTable(name = "jj")
    Set<B> m;

    @ManyToMany
    @JoinTable(name = "j3", uniqueConstraints = @UniqueConstraint(columnNames = {"A_id", "m3_id"}))
    Set<B> m3;

    @OneToMany
    @JoinTable(name = "j4", uniqueConstraints = @UniqueConstraint(columnNames = {"A_id", "m4_id"}))
    Set<B> m4;

    @ManyToMany
    @JoinTable(name = "j5", uniqueConstraints = @UniqueConstraint(name = "named", columnNames = {"m5_id", "A_id"}))
    Set<B> m5;

    @ManyToMany
    @JoinTable(name = "j6", indexes = @Index(name = "ix6", columnList = "m6_id", unique = true))
    Set<B> m6;

    @OneToMany
    @JoinTable(name = "j7", uniqueConstraints = @UniqueConstraint(columnNames = {"m7_id"}))
    Set<B> m7;

    @OneToMany
    @JoinTable(name = "j8", uniqueConstraints = @UniqueConstraint(name = "u8", columnNames = {"m8_id"}))
    List<B> m8;

    @ManyToMany
    @JoinTable(name = "j9", inverseJoinColumns = @JoinColumn(name = "zz", unique = true))
    Set<B> m9;

    @ManyToMany
    @JoinTable(name = "j10", joinColumns = @JoinColumn(name = "zz", unique = true))
    Set<B> m10;
}

@Entity
class B {
    @Id
    Long id;
}
