package shop;

import jakarta.persistence.*;

@Entity
public class Appointment {
    @Id
    @GeneratedValue
    Long id;
}
