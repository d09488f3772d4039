package model;

import jakarta.persistence.*;
import java.util.Set;

@Entity
@Table(name = "tags")
class Tag {
    @Id
    @GeneratedValue
    Long id;

    @ManyToMany(mappedBy = "tags")
    Set<Post> posts;
}

@Entity
@Table(name = "posts")
class Post {
    @Id
    @GeneratedValue
    Long id;

    @ManyToMany
    @JoinTable(
            name = "post_tags",
            joinColumns = @JoinColumn(name = "post_id"),
            inverseJoinColumns = @JoinColumn(name = "tag_id"))
    Set<Tag> tags;
}
