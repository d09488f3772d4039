package model;

import jakarta.persistence.*;

@Entity
class Account {
    @Id
    Long id;
}

@Embeddable
class Link {
    @OneToOne
    Account account;
}

@Entity
class A {
    @Id
    Long id;

    @Embedded
    Link link;
}
