package model;

import jakarta.persistence.*;
import java.util.List;

// Values are no entities that a column could refer to.
@Entity
class Site {
    @Id
    Long id;

    @ElementCollection
    @JoinTable(name = "site_tag", inverseJoinColumns = @JoinColumn(name = "tag"))
    List<String> tags;
}
