package model;

import jakarta.persistence.*;

@Entity
class A {
    private Long id;
    private String secret;

    @Id
    protected Long getId() {
        return id;
    }

    protected void setId(Long id) {
        this.id = id;
    }

    @Column(name = "hidden")
    private String getSecret() {
        return secret;
    }

    private void setSecret(String s) {
        secret = s;
    }
}
