package model;

import jakarta.persistence.*;
import java.util.Set;

// The strategy runs over stated names as well.
@Entity
@Table(name = "UserAccounts")
class A {
    @Id
    @Column(name = "userKey")
    Long id;

    @Column(name = "FullName")
    String name;

    @ManyToOne
    @JoinColumn(name = "bossKey")
    A boss;

    @ElementCollection
    @CollectionTable(name = "AccountTags", joinColumns = @JoinColumn(name = "accountKey"))
    @Column(name = "TagText")
    Set<String> tags;
}
