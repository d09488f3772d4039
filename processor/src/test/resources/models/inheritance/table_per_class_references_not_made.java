package model;

import jakarta.persistence.*;
import java.util.Set;
import org.hibernate.annotations.OnDelete;
import org.hibernate.annotations.OnDeleteAction;

// A foreign key to a class with subclasses in tables of their own is in no database, and keeps others over its column out.
@Entity
@Inheritance(strategy = InheritanceType.TABLE_PER_CLASS)
class Vessel {
    @Id
    Long id;

    @ManyToOne
    Vessel tug;
}

@Entity
class Barge extends Vessel {
    @OneToMany(mappedBy = "vessel")
    @OnDelete(action = OnDeleteAction.CASCADE)
    Set<Cargo> cargo;

    @OneToMany(mappedBy = "tug")
    @OnDelete(action = OnDeleteAction.CASCADE)
    Set<Vessel> towed;
}

@Entity
class Cargo {
    @Id
    Long id;

    @ManyToOne
    Vessel vessel;

    @ManyToOne
    @JoinColumn(name = "shared")
    Vessel before;

    @ManyToOne
    @JoinColumn(name = "shared", insertable = false, updatable = false)
    Port instead;
}

@Entity
class Port {
    @Id
    Long id;
}
