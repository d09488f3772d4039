package model;

import jakarta.persistence.*;
import java.util.*;

@Entity
class User2 {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    Long id;

    @ManyToMany(fetch = FetchType.EAGER, cascade = jakarta.persistence.CascadeType.ALL)
    @JoinTable(name = "user_roles", joinColumns = @JoinColumn(name = "user_id", referencedColumnName = "id"), inverseJoinColumns = @JoinColumn(name = "role_id", referencedColumnName = "id"))
    Set<Role> roles;

    @OneToMany(cascade = jakarta.persistence.CascadeType.ALL, orphanRemoval = true)
    @JoinColumn(name = "user_id")
    List<Addr> addrs;

    @ElementCollection(fetch = FetchType.EAGER)
    @CollectionTable(name = "user_perm", joinColumns = @JoinColumn(name = "user_id"))
    @Enumerated(EnumType.STRING)
    @Column(name = "perm")
    Set<Perm> perms;

    @ManyToMany(mappedBy = "members")
    List<Grp> grps;
}

enum Perm {
    R, W
}

@Entity
class Role {
    @Id
    Long id;

    @ManyToMany(mappedBy = "roles")
    Set<User2> users;
}

@Entity
class Addr {
    @Id
    Long id;

    @ManyToOne
    @JoinColumn(name = "user_id", insertable = false, updatable = false)
    User2 user;
}

@Entity
class Grp {
    @Id
    Long id;

    @ManyToMany
    @JoinTable(name = "grp_member", joinColumns = {@JoinColumn(name = "grp")}, inverseJoinColumns = {@JoinColumn(name = "member")})
    @OrderBy("id ASC")
    List<User2> members;
}
