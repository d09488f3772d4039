package shop;

import jakarta.persistence.*;

@Entity
public class Newsletter {
    @Id
    Long id;
}
