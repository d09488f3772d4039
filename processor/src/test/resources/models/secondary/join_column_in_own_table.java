package model;

import jakarta.persistence.*;
import org.hibernate.annotations.Any;
import org.hibernate.annotations.AnyDiscriminatorValue;
import org.hibernate.annotations.AnyKeyJavaClass;

// A join column may name the entity's own table as the mapping does, whatever the database calls it.
@Entity
@Table(name = "OrderLine")
class OrderLine {
    @Id
    Long id;

    @ManyToOne
    @JoinColumn(name = "parentLine", table = "OrderLine")
    OrderLine parent;

    @Embedded
    Origin origin;

    @Any
    @Column(name = "subject_type")
    @AnyKeyJavaClass(Long.class)
    @AnyDiscriminatorValue(discriminator = "L", entity = OrderLine.class)
    @JoinColumn(name = "subject_id", table = "OrderLine")
    Object subject;
}

@Embeddable
class Origin {
    @ManyToOne
    @JoinColumn(name = "origin_line", table = "OrderLine")
    OrderLine line;
}
