package model;

import jakarta.persistence.*;

@Entity
public class Thing {
    @Id
    @GeneratedValue(generator = "pack")
    Long id;
}
