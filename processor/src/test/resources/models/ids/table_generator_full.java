package model;

import jakarta.persistence.*;

@Entity
class A {
    @Id
    @TableGenerator(
            name = "g",
            table = "id_gen",
            pkColumnName = "gen_name",
            valueColumnName = "gen_val",
            pkColumnValue = "a_gen",
            initialValue = 100,
            allocationSize = 10)
    @GeneratedValue(strategy = GenerationType.TABLE, generator = "g")
    Long id;
}
