package model;

import jakarta.persistence.*;
import java.io.Serializable;

// The second identifier has the first one's class; the third one would be a copy of its relation.
@Entity
@IdClass(MajorId.class)
class Major {
    @Id
    String forename;

    @Id
    String surname;
}

class MajorId implements Serializable {
    String forename;
    String surname;
}

@Entity
@IdClass(MajorId.class)
class Lackey {
    @Id
    @OneToOne
    Major major;
}

@Entity
@IdClass(CrewId.class)
class Crew {
    @Id
    int number;

    @Id
    @OneToOne
    Lackey lackey;
}

class CrewId implements Serializable {
    int number;
    MajorId lackey;
}
