package shop;

import jakarta.persistence.*;

@Entity
public class Room {
    @Id
    @GeneratedValue
    Long id;

    @Column(nullable = false, unique = true)
    String name;
}
