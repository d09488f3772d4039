package model;

import jakarta.persistence.*;
import java.util.Date;
import org.hibernate.annotations.CurrentTimestamp;

// What the database makes is a part of an embedded value; before 7 it was all of it or nothing.
@Entity
class Note {
    @Id
    Long id;

    Stamp stamp;
}

@Embeddable
class Stamp {
    @CurrentTimestamp
    @Column(name = "stamped_at")
    Date at;

    String author;
}
