import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.PrimaryKeyJoinColumn;

/** There is no class above whose table the key could refer to. */
@Entity
@PrimaryKeyJoinColumn(name = "product_id")
class Like {

    @Id
    Long id;

    @ManyToOne
    Product product;
}

@Entity
class Product {

    @Id
    Long id;
}
