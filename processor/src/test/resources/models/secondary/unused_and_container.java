package model;

import jakarta.persistence.*;

@Entity
@SecondaryTables({@SecondaryTable(name = "one"), @SecondaryTable(name = "two", schema = "other")})
class A {
    @Id
    Long id;
}
