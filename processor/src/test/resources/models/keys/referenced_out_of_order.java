package model;

import jakarta.persistence.*;
import java.time.*;
import java.util.*;

// Named join columns may be stated in another order than that of the attributes, as long as no size is lost with it.
@Entity
class Article {
    @Id
    long id;

    int number;
    String code;
    LocalDate since;
    UUID token;

    @ManyToMany
    @JoinTable(
            name = "article_shop",
            joinColumns = {
                @JoinColumn(name = "a_number", referencedColumnName = "number"),
                @JoinColumn(name = "a_code", referencedColumnName = "code")
            })
    Set<Shop> shops;
}

@Entity
class Shop {
    @Id
    long id;

    @ManyToOne
    @JoinColumn(name = "top_number", referencedColumnName = "number")
    @JoinColumn(name = "top_code", referencedColumnName = "code")
    Article top;

    @OneToOne
    @JoinColumn(name = "best_token", referencedColumnName = "token")
    @JoinColumn(name = "best_number", referencedColumnName = "number")
    @JoinColumn(name = "best_since", referencedColumnName = "since")
    Article best;
}
