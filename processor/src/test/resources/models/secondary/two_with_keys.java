package model;

import jakarta.persistence.*;

@Entity
@Table(name = "people")
@SecondaryTable(name = "addresses", pkJoinColumns = @PrimaryKeyJoinColumn(name = "person_id"))
@SecondaryTable(
        name = "photos",
        pkJoinColumns = @PrimaryKeyJoinColumn(name = "pid"),
        foreignKey = @ForeignKey(name = "fk_photo"),
        uniqueConstraints = @UniqueConstraint(name = "uq_p", columnNames = "photo_name"),
        indexes = @Index(name = "ix_p", columnList = "photo_name"))
class Person {
    @Id
    @GeneratedValue
    Long id;

    @Column(table = "addresses")
    String street;

    @Column(table = "photos", name = "photo_name")
    String photo;

    @Lob
    @Column(table = "photos")
    byte[] bytes;
}
