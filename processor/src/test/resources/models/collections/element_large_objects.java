package model;

import jakarta.persistence.*;
import java.util.*;

@Entity
class A {
    @Id
    Long id;

    @ElementCollection
    @Lob
    Set<String> b;

    @ElementCollection
    @Column(length = 2000000)
    Set<String> l;

    @ElementCollection
    @Column(length = 20000000)
    Set<String> l2;

    @ElementCollection
    Set<byte[]> by;

    @ElementCollection
    @Column(length = 2000000)
    Set<byte[]> by2;

    @ElementCollection
    @Column(nullable = false)
    @Lob
    Set<byte[]> by3;

    @ElementCollection
    @Column(columnDefinition = "text")
    Set<String> cd;

    @ElementCollection
    @Lob
    List<byte[]> lb;

    @ElementCollection
    @Lob
    Map<String,String> lm;

    @ElementCollection
    @Column(nullable = false, columnDefinition = "text")
    Set<String> cdn;
}
