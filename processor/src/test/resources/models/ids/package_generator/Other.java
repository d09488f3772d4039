package model;

import jakarta.persistence.*;

@Entity
public class Other {
    @Id
    @GeneratedValue
    Long id;
}
