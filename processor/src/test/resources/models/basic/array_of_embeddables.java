package model;

import jakarta.persistence.*;
import java.io.Serializable;
import java.util.List;

@Entity
class Feed {
    @Id
    Long id;

    List<Point> points;
}

@Embeddable
class Point implements Serializable {
    int x;
}
