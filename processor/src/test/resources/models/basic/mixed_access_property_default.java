package model;

import jakarta.persistence.*;

@Entity
@Access(AccessType.PROPERTY)
class A {
    private Long id;

    @Access(AccessType.FIELD)
    @Column(name = "fld")
    private int field;

    private String prop;

    @Id
    public Long getId() {
        return id;
    }

    public void setId(Long id) {
        this.id = id;
    }

    public String getProp() {
        return prop;
    }

    public void setProp(String p) {
        prop = p;
    }
}
