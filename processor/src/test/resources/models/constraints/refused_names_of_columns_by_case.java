package model;

import jakarta.persistence.*;

/** The naming strategy of Spring makes no user_name of username. */
@Entity
@Table(
        indexes = @Index(columnList = "username"),
        uniqueConstraints = @UniqueConstraint(columnNames = {"USERNAME", "displayname"}))
class Account {
    @Id
    Long id;

    String userName;
    String displayName;
}
