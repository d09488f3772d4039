package model;

import jakarta.persistence.*;
import java.util.List;

// Names made of table and column are one: order_line + item_id, order + line_item_id.
@Entity
@Table(name = "orders")
class Order {
    @Id
    Long id;

    @OneToOne
    @JoinColumn(name = "line_item_id")
    Item lineItem;
}

@Entity
@Table(name = "orders_line")
class Line {
    @Id
    Long id;

    @OneToOne
    @JoinColumn(name = "item_id")
    Item item;
}

@Entity
class Item {
    @Id
    Long id;
}
