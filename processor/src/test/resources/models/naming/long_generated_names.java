package model;

import jakarta.persistence.*;

// Constraint names that have to be shortened.
@Entity
@Table(
        name = "customer_relationship_management_accounts",
        indexes = @Index(columnList = "very_long_first_column_name_here, very_long_second_column_name_here"),
        uniqueConstraints =
                @UniqueConstraint(
                        columnNames = {"very_long_first_column_name_here", "very_long_second_column_name_here"}))
class A {
    @Id
    Long id;

    @Column(name = "very_long_first_column_name_here")
    String a;

    @Column(name = "very_long_second_column_name_here")
    String b;

    @ManyToOne
    A averyLongAttributeNameForAParentEntityRelation;
}
