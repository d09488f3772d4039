package model;

import jakarta.persistence.*;
import java.io.Serializable;
import java.net.URI;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;

// Each element is stored as bytes.
@Entity
class Feed implements Serializable {
    @Id
    Long id;

    Collection<Exception> failures;

    @Column(length = 33)
    Set<URI> links;

    YearMonth[] months;

    List<Point> points;

    List<ArrayList<String>> words;

    List<Feed> others;

    @Lob
    List<URI> everything;
}

class Point implements Serializable {
    int x;
}
