package model;

import jakarta.persistence.*;
import org.hibernate.annotations.Comment;

// A class has no comment for a column, and none for a table of the class above it.
@Entity
@Inheritance(strategy = InheritanceType.JOINED)
@SecondaryTable(name = "more")
class Upper {
    @Id
    Long id;

    @Column(table = "more")
    String text;
}

@Entity
@Comment(on = "more", value = "of the class above")
class Lower extends Upper {
    @Comment(on = "other", value = "of no column")
    String own;
}
