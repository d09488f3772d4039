package model;

import jakarta.persistence.*;

@Entity
@Table(name = "users")
class Account {
    @Id
    @GeneratedValue
    Long id;
}

@Entity
class Profile {
    @Id
    @Column(name = "whatever")
    Long id;

    @OneToOne(fetch = FetchType.LAZY)
    @MapsId
    @JoinColumn(name = "user_id")
    Account user;
}
