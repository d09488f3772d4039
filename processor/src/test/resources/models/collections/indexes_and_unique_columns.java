package model;

import jakarta.persistence.*;
import java.util.*;

@Entity
class A {
    @Id
    Long id;

    @OneToMany
    @JoinTable(name = "ab", joinColumns = @JoinColumn(name = "a", nullable = true, unique = true), inverseJoinColumns = @JoinColumn(name = "b", unique = false), indexes = @Index(name = "ix_ab", columnList = "a, b desc"))
    List<B> bs;

    @ElementCollection
    @CollectionTable(indexes = {@Index(columnList = "tags"), @Index(name = "byOwner", columnList = "A_id, tags")}, uniqueConstraints = @UniqueConstraint(name = "uq_tags", columnNames = {"A_id", "tags"}))
    List<String> tags;

    @ElementCollection
    @Column(unique = true)
    List<String> utags;

    @ElementCollection
    @CollectionTable(name = "setuq", uniqueConstraints = @UniqueConstraint(columnNames = "st"))
    Set<String> st;
}

@Entity
class B {
    @Id
    Long id;
}
