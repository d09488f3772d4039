package naming;

import jakarta.persistence.*;
import java.util.*;

// PostgreSQL knows nothing of the catalogs; H2 looks for a schema of that name, so that Hibernate does not start there.
@Entity
@Table(name = "orders", catalog = "shop")
class PurchaseOrder {
    @Id
    @GeneratedValue(strategy = GenerationType.TABLE, generator = "numbers")
    @TableGenerator(name = "numbers", table = "order_numbers", catalog = "shop")
    Long id;

    @ManyToMany
    @JoinTable(name = "order_item", catalog = "shop")
    Set<Item> items;
}

@Entity
@SecondaryTable(name = "item_details", catalog = "shop")
class Item {
    @Id
    @GeneratedValue
    @SequenceGenerator(name = "items", sequenceName = "item_numbers", catalog = "shop")
    Long id;

    @Column(table = "item_details")
    String details;

    @ElementCollection
    @CollectionTable(name = "item_tags", catalog = "shop", indexes = @Index(columnList = "tags"))
    Set<String> tags;
}
