package model;

import jakarta.persistence.*;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotEmpty;
import java.time.LocalDate;
import java.util.Set;

// The same with owners on the owning side and users with roles.
@Entity
@Table(name = "users")
class Account {
    @Id
    @Column(name = "username")
    String username;

    @Column(name = "password")
    String password;

    @Column(name = "enabled")
    Boolean enabled;

    @OneToMany(cascade = CascadeType.ALL, mappedBy = "user", fetch = FetchType.EAGER)
    Set<Role> roles;
}

@Entity
@Table(name = "roles", uniqueConstraints = @UniqueConstraint(columnNames = {"username", "role"}))
class Role {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    Integer id;

    @ManyToOne
    @JoinColumn(name = "username")
    Account user;

    @Column(name = "role")
    String name;
}

@Entity
@Table(name = "owners")
class Owner {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    Integer id;

    @NotEmpty
    String firstName;

    @OneToMany(cascade = CascadeType.ALL, mappedBy = "owner", fetch = FetchType.EAGER)
    Set<Pet> pets;

    @Digits(fraction = 0, integer = 10)
    String telephone;
}

@Entity
@Table(name = "pets")
class Pet {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    Integer id;

    @Column(name = "birth_date", columnDefinition = "DATE")
    LocalDate birthDate;

    @ManyToOne
    @JoinColumn(name = "owner_id")
    Owner owner;

    @OneToMany(cascade = CascadeType.ALL, mappedBy = "pet")
    Set<Visit> visits;
}

@Entity
@Table(name = "visits")
class Visit {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    Integer id;

    @Column(name = "visit_date", columnDefinition = "DATE")
    LocalDate date;

    @ManyToOne
    @JoinColumn(name = "pet_id")
    Pet pet;
}
