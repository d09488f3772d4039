package model;

import jakarta.persistence.*;
import java.util.Set;

// To name a join column that is stated without a name, Hibernate looks for the hierarchy's identifier in the target's table.
@Entity
@Inheritance(strategy = InheritanceType.JOINED)
class Content {
    @Id
    Long id;
}

@Entity
@PrimaryKeyJoinColumn(name = "forum_id")
class Forum extends Content {
    @OneToMany
    @JoinColumn
    Set<Post> pinned;
}

@Entity
class Post {
    @Id
    Long id;

    @ManyToOne
    @JoinColumn
    Forum forum;
}
