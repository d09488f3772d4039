package model;

import jakarta.persistence.*;
import java.util.Date;
import java.util.Set;

// Users, roles, addresses, attributes, colleagues.
@Entity
@NamedQuery(name = "User.findByEmailAddress", query = "SELECT u FROM User u WHERE u.emailAddress = ?1")
@Table(name = "SD_User")
class User {
    @Id
    @GeneratedValue(strategy = GenerationType.AUTO)
    private Integer id;

    private String firstname;
    private String lastname;
    private int age;
    private boolean active;

    @jakarta.persistence.Temporal(TemporalType.TIMESTAMP)
    private Date createdAt;

    @Column(nullable = false, unique = true)
    private String emailAddress;

    @ManyToMany
    private Set<User> colleagues;

    @ManyToMany
    private Set<Role> roles;

    @ManyToOne
    private User manager;

    @Embedded
    private Address address;

    @Lob
    private byte[] binaryData;

    @ElementCollection
    private Set<String> attributes;

    @jakarta.persistence.Temporal(TemporalType.DATE)
    private Date dateOfBirth;
}

@Embeddable
class Address {
    private String country;
    private String city;
    private String streetName;
    private String streetNo;
}

@Entity
class Role {
    @Id
    @GeneratedValue(strategy = GenerationType.AUTO)
    private Integer id;

    private String name;
}

@Entity
class SpecialUser extends User {
    private String specialAttribute;

    @OneToMany(mappedBy = "owner")
    private Set<Invoice> invoices;
}

@Entity
class Invoice {
    @Id
    private Long id;

    @ManyToOne
    private SpecialUser owner;

    @ManyToOne(optional = false)
    private Customer customer;

    @ManyToOne
    private Order1 order;
}

@Entity
class Customer {
    @Id
    private Long id;

    private String name;
}

@Entity
@Table(name = "ORDERS")
class Order1 {
    @Id
    private Long id;

    @ManyToOne
    private Customer customer;

    private String orderNo;
}
