// -Aaccrete.native_enums=true
// hibernate.type.prefer_native_enum_types=true
package model;

import jakarta.persistence.*;
import java.util.List;

enum Spice {
    MILD,
    HOT
}

@Entity
class Dish {
    @Id
    Long id;

    List<Spice> spices;
}
