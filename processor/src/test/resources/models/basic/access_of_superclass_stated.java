package model;

import jakarta.persistence.*;

@MappedSuperclass
@Access(AccessType.FIELD)
abstract class Base {
    @Column(length = 10)
    protected String name;

    int count;

    public String getOther() {
        return "";
    }

    public void setOther(String o) {}
}

@Entity
class A extends Base {
    private Long id;

    @Id
    public Long getId() {
        return id;
    }

    public void setId(Long id) {
        this.id = id;
    }
}
