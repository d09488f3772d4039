package model;

import jakarta.persistence.*;
import java.util.*;

@Entity
@Table(name = "OrderHeader")
class Purchase {
    @Id
    @Column(name = "orderNo")
    Long id;

    @ElementCollection
    Set<String> tagNames;

    @ManyToMany
    Set<Line> lineItems;

    @OneToMany
    @JoinColumn
    Set<Line> firstLines;

    @OneToMany
    @JoinTable(name = "SecondLines")
    List<Line> secondLines;

    @ElementCollection
    @OrderColumn
    List<String> noteTexts;

    @ElementCollection
    Map<String,String> propValues;
}

@Entity(name = "LineX")
@Table(name = "LineItem")
class Line {
    @Id
    Long lineId;

    @ManyToMany(mappedBy = "lineItems")
    Set<Purchase> inPurchases;

    @ElementCollection
    Set<String> extraTags;
}
