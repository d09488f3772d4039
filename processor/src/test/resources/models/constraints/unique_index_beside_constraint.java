package model;

import jakarta.persistence.*;

/** A constraint and an index without a name are two unique keys; a database that merges equal ones has one. */
@Entity
@Table(
        uniqueConstraints = @UniqueConstraint(columnNames = {"part", "serial"}),
        indexes = {
            @Index(columnList = "part,serial", unique = true),
            @Index(columnList = "serial, part", unique = true)
        })
class Piece {
    @Id
    int id;

    int part;
    int serial;
}
