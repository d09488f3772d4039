package model;

import jakarta.persistence.*;
import java.io.Serializable;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import org.hibernate.annotations.Formula;
import org.hibernate.annotations.NaturalId;

// Embedded keys, formulas, versions, natural keys in one.
@Entity
class LineItem {
    @EmbeddedId
    LineItemPk pk;

    @ManyToOne
    @JoinColumn(name = "itemId", referencedColumnName = "id")
    Item item;

    @Column(name = "quantity")
    int quantity;

    @MapsId("orderNumber")
    @ManyToOne
    @JoinColumns({
        @JoinColumn(name = "customerId", referencedColumnName = "customerId"),
        @JoinColumn(name = "orderNumber", referencedColumnName = "orderNumber")
    })
    PurchaseOrder order;
}

@Embeddable
class LineItemPk implements Serializable {
    PurchaseOrderPk orderNumber;
    String productId;
}

@Embeddable
class PurchaseOrderPk implements Serializable {
    @Column(length = 10)
    String customerId;

    int orderNumber;
}

@Entity
class PurchaseOrder {
    @EmbeddedId
    PurchaseOrderPk id;

    @Version
    int v;

    LocalDate orderDate;

    @Formula("(select sum(li.quantity) from LineItem li where li.orderNumber = orderNumber)")
    BigDecimal total;

    @OneToMany(mappedBy = "order", cascade = CascadeType.ALL)
    Collection<LineItem> items;
}

@Entity
class Item {
    @Id
    long id;

    @NaturalId
    String sku;

    @Column(precision = 10, scale = 2)
    BigDecimal price;
}
