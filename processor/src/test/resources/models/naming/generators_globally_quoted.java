// -Aaccrete.quoting=all
// hibernate.globally_quoted_identifiers=true
package model;

import jakarta.persistence.*;
import org.hibernate.annotations.GenericGenerator;
import org.hibernate.annotations.Parameter;

/** No setting quotes a dotted name of a generator; a row for the entity has its table's quotes, or not. */
@Entity
class Box {
    @Id
    @GeneratedValue(generator = "Depot.boxNumbers")
    Long id;
}

@Entity
class Crate {
    @Id
    @GeneratedValue(strategy = GenerationType.TABLE, generator = "crates")
    @TableGenerator(name = "crates", table = "Depot.crateNumbers")
    Long id;
}

@Entity
class Pallet {
    @Id
    @GeneratedValue(strategy = GenerationType.TABLE, generator = "pallets")
    @TableGenerator(name = "pallets", table = "palletNumbers", schema = "Yard")
    Long id;
}

@Entity
class Container {
    @Id
    @GeneratedValue(generator = "containers")
    @GenericGenerator(
            name = "containers",
            strategy = "enhanced-table",
            parameters = @Parameter(name = "prefer_entity_table_as_segment_value", value = "true"))
    Long id;
}
