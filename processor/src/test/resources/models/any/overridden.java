package model;

import jakarta.persistence.*;
import java.util.List;
import java.util.Map;
import org.hibernate.annotations.Any;
import org.hibernate.annotations.AnyDiscriminatorValue;
import org.hibernate.annotations.AnyKeyJavaClass;
import org.hibernate.annotations.EmbeddedColumnNaming;

// An @AttributeOverride is for the column of the type, an @AssociationOverride for that of the key, which no pattern names.
interface Item {}

@Entity
class Book implements Item {
    @Id
    Long id;
}

@Embeddable
class Holder {
    @Any
    @AnyKeyJavaClass(Long.class)
    @JoinColumn(name = "item_id")
    @Column(name = "item_type")
    @AnyDiscriminatorValue(discriminator = "B", entity = Book.class)
    Item item;
}

@Embeddable
class Box {
    @Embedded
    Holder holder;
}

@MappedSuperclass
class Marked {
    @Id
    Long id;

    @Any
    @AnyKeyJavaClass(Long.class)
    @JoinColumn(name = "mark_id")
    @Column(name = "mark_type")
    @AnyDiscriminatorValue(discriminator = "B", entity = Book.class)
    Item mark;
}

@Entity
@AttributeOverride(name = "mark", column = @Column(name = "sign_type", length = 20, nullable = false))
class Sign extends Marked {}

@Entity
@AssociationOverride(name = "mark", joinColumns = @JoinColumn(name = "label_id", nullable = false))
class Label extends Marked {
    @Embedded
    @EmbeddedColumnNaming("first_%s")
    Holder first;
}

@Entity
@SecondaryTable(name = "shelf_more")
class Shelf {
    @Id
    Long id;

    @Embedded
    Holder left;

    @Embedded
    @AttributeOverride(name = "item", column = @Column(name = "right_type", table = "shelf_more"))
    @AssociationOverride(name = "item", joinColumns = @JoinColumn(name = "right_id", table = "shelf_more"))
    Holder right;

    @Embedded
    @AttributeOverride(name = "holder.item", column = @Column(name = "box_type", columnDefinition = "varchar(7)"))
    @AssociationOverride(name = "holder.item", joinColumns = @JoinColumn(name = "box_id"))
    Box box;

    @ElementCollection
    @AttributeOverride(name = "item", column = @Column(name = "listed_type"))
    @AssociationOverride(name = "item", joinColumns = @JoinColumn(name = "listed_id"))
    List<Holder> listed;

    @ElementCollection
    @AttributeOverride(name = "value.item", column = @Column(name = "named_type"))
    @AssociationOverride(name = "value.item", joinColumns = @JoinColumn(name = "named_id"))
    Map<String, Holder> named;
}
