package shop;

import jakarta.persistence.*;

@Entity
public class Product {
    @Id
    Long id;

    @Column(length = 20)
    String code;

    int stock;
    String price;
}
