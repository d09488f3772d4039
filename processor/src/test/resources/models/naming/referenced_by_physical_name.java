package model;

import jakarta.persistence.*;
import java.util.List;

// Hibernate looks for a referenced column by the name that the mapping has for it, not by the one in the database: it does not
// start with user_key, whatever the naming strategy makes of userKey.
@Entity
class Login {
    @Id
    Long userKey;
}

@Entity
class Visit {
    @Id
    Long id;

    @ManyToOne
    @JoinColumn(name = "login_ref", referencedColumnName = "user_key")
    Login login;
}
