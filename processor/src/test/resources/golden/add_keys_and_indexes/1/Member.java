package shop;

import jakarta.persistence.*;

@Entity
public class Member {
    @Id
    Long id;

    String email;
    String city;
}
