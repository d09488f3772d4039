package model;

import jakarta.persistence.*;

@Embeddable
class Detail {
    String text;
}

@MappedSuperclass
abstract class Base<D> {
    @Id
    Long id;

    @Embedded
    D detail;
}

@Entity
class A extends Base<Detail> {}
