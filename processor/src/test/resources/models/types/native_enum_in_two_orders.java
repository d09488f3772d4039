package model;

import jakarta.persistence.*;

// -Aaccrete.native_enums=true
// hibernate.type.prefer_native_enum_types=true

// By name the labels are sorted, by position they are not; PostgreSQL has one type for both.
enum Size {
    SMALL,
    LARGE
}

@Entity
class Shirt {
    @Id
    Long id;

    Size size;

    @Enumerated(EnumType.STRING)
    Size other;
}
