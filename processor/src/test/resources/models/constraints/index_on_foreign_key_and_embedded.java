package model;

import jakarta.persistence.*;

@Embeddable
class P {
    @Column(name = "p_code")
    String code;
}

@Entity
class B {
    @Id
    Long id;
}

@Entity
@Table(indexes = {@Index(columnList = "b_id"), @Index(columnList = "p_code, b_id")})
class A {
    @Id
    Long id;

    @ManyToOne
    B b;

    P part;
}
