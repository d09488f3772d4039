package model;

import jakarta.persistence.*;
import org.hibernate.annotations.DiscriminatorOptions;

// The column is the discriminator's, whatever the attribute says that writes it.
@Entity
@Inheritance
@DiscriminatorColumn(name = "kind")
@DiscriminatorOptions(insert = false)
class Account {
    @Id
    Long id;

    @Column(name = "kind", length = 10)
    String kind;
}

@Entity
class Savings extends Account {}

@Entity
@Inheritance
@DiscriminatorColumn(name = "kind", discriminatorType = DiscriminatorType.INTEGER)
@DiscriminatorOptions(insert = false)
@DiscriminatorValue("1")
class Letter {
    @Id
    Long id;

    Long kind;
}

@Entity
@DiscriminatorValue("2")
class Parcel extends Letter {}
