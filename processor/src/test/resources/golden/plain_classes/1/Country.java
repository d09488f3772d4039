package shop;

import dev.accrete.annotations.*;
import jakarta.persistence.*;

/** Belongs to somebody else: no script mentions it, though a foreign key points to it. */
@Entity
@Managed(false)
@Table(name = "countries")
public class Country {
    @Id
    @Column(length = 2)
    String code;
}
