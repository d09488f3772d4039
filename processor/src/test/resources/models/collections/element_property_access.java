package model;

import jakarta.persistence.*;
import java.util.Set;

@Entity
class A {
    private Long id;
    private Set<String> tags;

    @Id
    public Long getId() {
        return id;
    }

    public void setId(Long i) {
        id = i;
    }

    @ElementCollection
    @Column(name = "tag")
    public Set<String> getTags() {
        return tags;
    }

    public void setTags(Set<String> t) {
        tags = t;
    }
}
