package model;

import jakarta.persistence.*;

// A getter of another type than the field plays no part with field access.
@Entity
class A {
    @Id
    Long id;

    private String nick;

    public java.util.Optional<String> getNick() {
        return java.util.Optional.ofNullable(nick);
    }
}
