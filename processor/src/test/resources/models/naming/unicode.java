package model;

import jakarta.persistence.*;

@Entity
@Table(name = "größe")
class Größe {
    @Id
    Long id;

    @Column(name = "straße")
    String straße;

    String prénom;
}
