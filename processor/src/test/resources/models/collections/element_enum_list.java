package model;

import jakarta.persistence.*;
import java.util.Set;

enum Role {
    ADMIN,
    OWNER,
    GUEST
}

@Entity
@Table(name = "accounts")
class Account {
    @Id
    @GeneratedValue
    Long id;

    @ElementCollection(fetch = FetchType.EAGER)
    @Enumerated(EnumType.STRING)
    @CollectionTable(name = "account_roles", joinColumns = @JoinColumn(name = "account_id"))
    @Column(name = "role", length = 20, nullable = false)
    Set<Role> roles;
}
