package model;

import jakarta.persistence.*;
import java.io.Serializable;
import java.util.List;
import java.util.Set;
import org.hibernate.annotations.JoinColumnOrFormula;
import org.hibernate.annotations.JoinColumnsOrFormulas;
import org.hibernate.annotations.JoinFormula;

// A formula is a join column of a one-to-many relation, which has no table then.
@Entity
class Thing {
    @Id
    String name;

    @Column(name = "parent_name")
    String parentName;

    @OneToMany
    @JoinFormula(value = "lower(parent_name)", referencedColumnName = "name")
    Set<Thing> children;

    @OneToMany
    @OrderColumn(name = "position_in_parent")
    @JoinFormula("upper(parent_name)")
    List<Thing> ordered;

    @ManyToMany
    @JoinFormula("trim(parent_name)")
    Set<Thing> related;
}

class ShelfId implements Serializable {
    Long room;
    String code;
}

@Entity
@IdClass(ShelfId.class)
class Shelf {
    @Id
    Long room;

    @Id
    String code;

    @OneToMany
    @JoinColumnsOrFormulas({
        @JoinColumnOrFormula(formula = @JoinFormula(value = "lower(label)", referencedColumnName = "code")),
        @JoinColumnOrFormula(column = @JoinColumn(name = "shelf_room", referencedColumnName = "room"))
    })
    Set<Book> books;
}

@Entity
class Book {
    @Id
    Long id;

    String label;

    // The collection's column may be written apart: it is the entity's.
    @OneToMany
    @JoinColumn(name = "part_of", updatable = false)
    Set<Book> parts;
}
