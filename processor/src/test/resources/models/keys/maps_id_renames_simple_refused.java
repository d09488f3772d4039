package shop;

import jakarta.persistence.*;

// What the columns of Visit and Card are called, or are like, depends on the order of the classes.
@Entity
class Account {
    @Id
    @Column(length = 30)
    String code;
}

@Entity
class Person {
    @Id
    Long id;
}

@Entity
class Card {
    @Id
    String number;

    @MapsId("number")
    @OneToOne
    @JoinColumn(name = "account_code")
    Account account;
}

@Entity
@SecondaryTable(name = "profile_more")
class Profile {
    @Id
    Long id;

    @MapsId("id")
    @OneToOne
    @JoinColumn(name = "person_id")
    Person person;

    @Column(table = "profile_more")
    String more;
}

@Entity
class Visit {
    @Id
    Long id;

    @ManyToOne
    Profile profile;
}
