package model;

import jakarta.persistence.*;

@Embeddable
@Access(AccessType.PROPERTY)
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
class B {
    @Id
    Long id;

    @Embedded
    Part part;
}
