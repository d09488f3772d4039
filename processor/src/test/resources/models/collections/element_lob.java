package model;

import jakarta.persistence.*;
import java.util.List;
import java.util.Set;

@Entity
class A {
    @Id
    Long id;

    @ElementCollection
    @Lob
    Set<String> texts;

    @ElementCollection
    @Column(nullable = false, length = 2000000)
    Set<String> longs;

    @ElementCollection
    @Lob
    List<byte[]> blobs;
}
