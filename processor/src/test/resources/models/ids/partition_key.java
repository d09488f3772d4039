package model;

import jakarta.persistence.*;
import org.hibernate.annotations.PartitionKey;

@Entity
class A {
    @Id
    Long id;

    @PartitionKey
    Long region;

    String name;
}
