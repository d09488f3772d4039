package model;

import jakarta.persistence.*;

// An abstract class has a table of its own where nothing extends it.
@Entity
@Inheritance(strategy = InheritanceType.TABLE_PER_CLASS)
abstract class Document {
    @Id
    Long id;

    String title;
}

@Entity
abstract class Draft extends Document {
    @Column(unique = true)
    String author;
}

@Entity
class Reader {
    @Id
    Long id;

    @ManyToOne
    Document document;

    @ManyToOne
    Draft draft;
}
