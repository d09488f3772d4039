package model;

import jakarta.persistence.*;
import org.hibernate.annotations.Comment;

@Entity
class Item {
    @Id
    Long id;

    @ManyToOne
    @JoinTable(name = "item_parent")
    @Comment("what it is a part of")
    Item parent;
}
