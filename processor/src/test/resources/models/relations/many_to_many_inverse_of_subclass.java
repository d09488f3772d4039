package model;

import jakarta.persistence.*;
import java.util.Set;

// The other side names the column that refers to the owner also where a class has it that extends the target of the relation.
@Entity
@Inheritance(strategy = InheritanceType.JOINED)
class Account {
    @Id
    Long id;

    // Of two attributes of one class, the last one by its name is taken.
    @ManyToMany(mappedBy = "read")
    Set<Person> readers;

    @ManyToMany(mappedBy = "read")
    Set<Person> allowed;
}

@MappedSuperclass
abstract class Shared extends Account {
    @ManyToMany(mappedBy = "accounts")
    Set<Person> holders;
}

@Entity
class Club extends Shared {}

@Entity
class Family extends Shared {}

@Entity
class Person {
    @Id
    Long id;

    @ManyToMany
    @JoinTable(name = "held")
    Set<Account> accounts;

    @ManyToMany
    @JoinTable(name = "can_read")
    Set<Account> read;
}
