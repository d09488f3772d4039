package model;

import jakarta.persistence.*;
import org.hibernate.annotations.DiscriminatorFormula;
import org.hibernate.annotations.DiscriminatorOptions;

@Entity
@Inheritance(strategy = InheritanceType.JOINED)
@DiscriminatorFormula("id")
class Joined {
    @Id
    Long id;
}

@Entity
@Inheritance(strategy = InheritanceType.JOINED)
@DiscriminatorOptions(force = true)
class Forced {
    @Id
    Long id;
}

@Entity
@DiscriminatorOptions(force = true)
class Lone {
    @Id
    Long id;
}

@Entity
class Above {
    @Id
    Long id;
}

@Entity
@DiscriminatorColumn(name = "kind")
class Below extends Above {}

@Entity
@DiscriminatorFormula("id")
class AlsoBelow extends Above {}

@Entity
@DiscriminatorOptions(force = true)
class BelowToo extends Above {}
