package model;

import jakarta.persistence.*;

@Entity
class A {
    private Long id;

    @Id
    public Long getId() {
        return id;
    }

    public void setId(Long i) {
        id = i;
    }

    public String getX(int a) {
        return "";
    }

    public static String getStatic() {
        return "";
    }

    public void getVoid() {}
}
