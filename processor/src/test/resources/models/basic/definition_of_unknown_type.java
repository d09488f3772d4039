package model;

import jakarta.persistence.*;
import java.util.Map;

// A definition of the column says nothing of how the values are stored: Hibernate does not start.
@Entity
class Device {
    @Id
    Long id;

    @Column(columnDefinition = "text")
    Map<String, String> settings;
}
