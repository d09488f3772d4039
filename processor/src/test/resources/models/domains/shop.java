package model;

import jakarta.persistence.*;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.hibernate.annotations.CreationTimestamp;
import org.hibernate.annotations.UpdateTimestamp;

// Orders, products, stock.
@MappedSuperclass
abstract class BaseEntity {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE)
    @SequenceGenerator(name = "shop_seq", sequenceName = "shop_seq", allocationSize = 50)
    protected Long id;

    @Version
    protected int version;

    @CreationTimestamp
    @Column(name = "created_at", updatable = false)
    protected Instant createdAt;

    @UpdateTimestamp
    @Column(name = "updated_at")
    protected Instant updatedAt;
}

@Embeddable
class Address {
    @Column(nullable = false, length = 120)
    String street;

    @Column(length = 20)
    String zip;

    String city;

    @Column(length = 2)
    String country;
}

@Embeddable
record Money(
        @Column(name = "amount", precision = 19, scale = 2) BigDecimal amount,
        @Column(name = "currency", length = 3) String currency) {}

enum OrderStatus {
    NEW,
    PAID,
    SHIPPED,
    CANCELLED
}

@Entity
@Table(name = "customers", uniqueConstraints = @UniqueConstraint(name = "uk_customer_email", columnNames = "email"))
class Customer extends BaseEntity {
    @Column(nullable = false)
    String email;

    String firstName;
    String lastName;

    @Embedded
    @AttributeOverrides({
        @AttributeOverride(name = "street", column = @Column(name = "billing_street")),
        @AttributeOverride(name = "zip", column = @Column(name = "billing_zip")),
        @AttributeOverride(name = "city", column = @Column(name = "billing_city")),
        @AttributeOverride(name = "country", column = @Column(name = "billing_country"))
    })
    Address billing;

    @OneToMany(mappedBy = "customer", cascade = CascadeType.ALL, orphanRemoval = true)
    List<CustomerOrder> orders = new ArrayList<>();
}

@Entity
@Table(name = "categories")
class Category extends BaseEntity {
    @Column(nullable = false, unique = true)
    String name;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "parent_id")
    Category parent;

    @OneToMany(mappedBy = "parent")
    Set<Category> children;
}

@Entity
@Table(
        name = "products",
        indexes = {
            @Index(name = "idx_product_name", columnList = "name"),
            @Index(name = "idx_product_sku", columnList = "sku", unique = true)
        })
class Product extends BaseEntity {
    @Column(nullable = false, length = 40)
    String sku;

    @Column(nullable = false)
    String name;

    @Lob
    String description;

    @Embedded
    Money price;

    @ManyToMany
    @JoinTable(
            name = "product_categories",
            joinColumns = @JoinColumn(name = "product_id"),
            inverseJoinColumns = @JoinColumn(name = "category_id"))
    Set<Category> categories;

    @ElementCollection
    @CollectionTable(name = "product_tags", joinColumns = @JoinColumn(name = "product_id"))
    @Column(name = "tag", length = 30)
    Set<String> tags;

    @OneToOne(mappedBy = "product", cascade = CascadeType.ALL)
    Stock stock;
}

@Entity
@Table(name = "stock")
class Stock {
    @Id
    Long id;

    @OneToOne(fetch = FetchType.LAZY)
    @MapsId
    @JoinColumn(name = "product_id")
    Product product;

    int quantity;

    @Column(nullable = false)
    int reserved;
}

@Entity
@Table(name = "orders")
class CustomerOrder extends BaseEntity {
    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "customer_id", foreignKey = @ForeignKey(name = "fk_order_customer"))
    Customer customer;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false, length = 16)
    OrderStatus status = OrderStatus.NEW;

    @Embedded
    Address shipTo;

    @OneToMany(mappedBy = "order", cascade = CascadeType.ALL)
    @jakarta.persistence.OrderBy("position")
    List<OrderLine> lines;

    LocalDateTime paidAt;
}

@Entity
@Table(name = "order_lines")
class OrderLine extends BaseEntity {
    @ManyToOne(optional = false)
    @JoinColumn(name = "order_id")
    CustomerOrder order;

    @ManyToOne(optional = false)
    @JoinColumn(name = "product_id")
    Product product;

    int position;

    @Column(nullable = false)
    Integer quantity;

    @Embedded
    Money unitPrice;
}
