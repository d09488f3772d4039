package model;

import jakarta.persistence.*;
import java.util.List;

// A text has no order.
@Entity
class Song {
    @Id
    Long id;

    @OrderColumn
    String title;

    @OrderBy("title")
    Integer length;
}
