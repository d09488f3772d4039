package model;

import jakarta.persistence.*;
import java.util.List;
import java.util.Set;
import org.hibernate.annotations.AnyDiscriminator;
import org.hibernate.annotations.AnyDiscriminatorValue;
import org.hibernate.annotations.AnyKeyJavaClass;
import org.hibernate.annotations.ManyToAny;

// Where the elements are of one entity's class, Hibernate makes a relation of it.
@Entity
@Table(name = "users")
class User {
    @Id
    Long id;

    @ManyToAny
    @Column(nullable = false)
    List<Role> roles;

    @ManyToAny
    @AnyKeyJavaClass(Long.class)
    @AnyDiscriminator(DiscriminatorType.STRING)
    @AnyDiscriminatorValue(discriminator = "R", entity = Role.class)
    @Column(name = "kind")
    @JoinTable(name = "user_rights", joinColumns = @JoinColumn(name = "u"), inverseJoinColumns = @JoinColumn(name = "r"))
    Set<Role> rights;
}

@Entity
class Role {
    @Id
    Long id;
}
