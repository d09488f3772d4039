package model;

import jakarta.persistence.*;
import java.util.Map;

@Entity
class A {
    @Id
    Long id;

    @ElementCollection
    @CollectionTable(name = "a_settings")
    @MapKeyColumn(name = "setting", length = 50)
    @Column(name = "setting_value", length = 200, nullable = false)
    Map<String, String> settings;
}
