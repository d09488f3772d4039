package model;

import jakarta.persistence.*;

@MappedSuperclass
abstract class Base {
    private String baseName;
    int hidden;

    @Column(length = 10)
    public String getBaseName() {
        return baseName;
    }

    public void setBaseName(String n) {
        baseName = n;
    }
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
