package shop;

import jakarta.persistence.*;

@Entity
public class Client {
    @Id
    Long id;

    String label;
}
