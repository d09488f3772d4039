package model;

import jakarta.persistence.*;
import java.util.List;

/** A stated name goes through the naming strategy, as that of the column did. */
@Entity
@Table(
        indexes = {@Index(columnList = "userName desc"), @Index(columnList = "LOGIN, buyer_id")},
        uniqueConstraints = {
            @UniqueConstraint(columnNames = {"userName", "displayName"}),
            @UniqueConstraint(columnNames = {"homeStreet", "Login"})
        })
class Account {
    @Id
    Long id;

    String userName;
    String displayName;

    @Column(name = "login")
    String loginName;

    @ManyToOne
    Account buyer;

    @Embedded
    @AttributeOverride(name = "street", column = @Column(name = "homeStreet"))
    Address home;

    @ElementCollection
    @CollectionTable(
            indexes = @Index(columnList = "nickName"),
            uniqueConstraints = @UniqueConstraint(columnNames = {"Account_id", "nickName"}))
    @Column(name = "nickName")
    List<String> nickNames;
}

@Embeddable
class Address {
    String street;
}
