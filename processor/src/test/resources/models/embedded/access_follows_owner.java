package model;

import jakarta.persistence.*;

@Embeddable
class Part {
    private String code;

    @Column(name = "part_code", length = 7)
    public String getCode() {
        return code;
    }

    public void setCode(String c) {
        code = c;
    }
}

@Entity
class A {
    private Long id;
    private Part part;

    @Id
    public Long getId() {
        return id;
    }

    public void setId(Long i) {
        id = i;
    }

    @Embedded
    public Part getPart() {
        return part;
    }

    public void setPart(Part p) {
        part = p;
    }
}

@Entity
class B {
    @Id
    Long id;

    @Embedded
    Part part;
}
