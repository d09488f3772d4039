package model;

import jakarta.persistence.*;

// An index and a constraint name a quoted column without quotes.
@Entity
@Table(indexes = @Index(columnList = "code"), uniqueConstraints = @UniqueConstraint(columnNames = {"code", "other"}))
class A {
    @Id
    Long id;

    @Column(name = "`code`")
    String code;

    @Column(name = "OTHER")
    String other;
}
