package model;

import jakarta.persistence.*;
import java.util.Set;
import org.hibernate.annotations.Immutable;

@Entity
@Table(uniqueConstraints = @UniqueConstraint(columnNames = {"name", "town"}), indexes = @Index(columnList = "town"))
class Customer {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    Long id;

    @Column(length = 40, nullable = false)
    String name;

    @Column(unique = true)
    String mail;

    String town;

    @ManyToOne
    Customer recommendedBy;

    @ElementCollection
    Set<String> phones;
}

@Entity
@Immutable
@Table(name = "Customer")
class CustomerSummary {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    Long id;

    @Column(length = 40, nullable = false)
    String name;

    Integer points;

    @ManyToOne
    Customer recommendedBy;
}

@Entity
class Invoice {
    @Id
    Long id;

    @ManyToOne
    Customer customer;

    @ManyToOne
    CustomerSummary summary;
}

@Entity
@SecondaryTable(name = "Note", pkJoinColumns = @PrimaryKeyJoinColumn(name = "id"))
class Order2 {
    @Id
    Long id;

    @Column(table = "Note")
    String text;
}

@Entity
class Note {
    @Id
    Long id;

    String text;

    String author;
}
