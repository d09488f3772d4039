package model;

import jakarta.persistence.*;
import java.util.Collection;
import java.util.List;
import org.hibernate.annotations.*;
import org.hibernate.type.descriptor.java.*;

// Sequences and counters of the collection's table; generators are known by their names.
@Entity
@SequenceGenerator(name = "numbers", sequenceName = "own_numbers", allocationSize = 7)
@GenericGenerator(name = "texts", strategy = "uuid2")
class A {
    @Id
    Long id;

    @ElementCollection
    @CollectionId(generator = "sequence")
    @CollectionIdJavaType(LongJavaType.class)
    Collection<String> bySequence;

    @ElementCollection
    @CollectionTable(name = "other_table")
    @CollectionId(generator = "sequence")
    @CollectionIdJavaType(LongJavaType.class)
    List<String> inOtherTable;

    @ElementCollection
    @CollectionId(generator = "numbers")
    @CollectionIdJavaType(LongJavaType.class)
    List<String> byName;

    @ElementCollection
    @TableGenerator(name = "counters")
    @CollectionId(generator = "counters")
    @CollectionIdJavaType(LongJavaType.class)
    List<String> byTable;

    @ElementCollection
    @CollectionId(column = @Column(length = 40), generator = "texts")
    @CollectionIdJavaType(StringJavaType.class)
    List<String> byUuid;

    @Embedded
    Part part;
}

@Embeddable
class Part {
    @ElementCollection
    @CollectionId(generator = "sequence")
    @CollectionIdJavaType(LongJavaType.class)
    List<String> inside;
}
