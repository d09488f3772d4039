package model;

import jakarta.persistence.*;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

// Posts, comments, tags, authors.
@Entity
class Author {
    @Id
    @GeneratedValue
    private UUID id;

    @Column(nullable = false, unique = true, length = 50)
    private String handle;

    @Column(columnDefinition = "text")
    private String bio;

    @ElementCollection
    private Map<String, String> links;

    @OneToMany(mappedBy = "author")
    private List<Post> posts;
}

@Entity
@Table(indexes = @Index(columnList = "slug", unique = true))
class Post {
    @Id
    @GeneratedValue
    private UUID id;

    @Column(nullable = false)
    private String slug;

    @Column(nullable = false, length = 300)
    private String title;

    @Lob
    @Basic(fetch = FetchType.LAZY)
    private String body;

    @ManyToOne(optional = false, fetch = FetchType.LAZY)
    private Author author;

    @ManyToMany
    private Set<Tag> tags;

    @OneToMany(mappedBy = "post", cascade = CascadeType.REMOVE)
    @OrderColumn(name = "pos")
    private List<PostComment> comments;

    private OffsetDateTime publishedAt;
    private boolean draft;

    @Enumerated
    private Visibility visibility;

    enum Visibility {
        PUBLIC,
        PRIVATE
    }
}

@Entity
class Tag {
    @Id
    private String name;

    @ManyToMany(mappedBy = "tags")
    private Set<Post> posts;
}

@Entity
class PostComment {
    @Id
    @GeneratedValue
    private Long id;

    @ManyToOne(fetch = FetchType.LAZY)
    private Post post;

    @ManyToOne
    private PostComment replyTo;

    private String text;

    @ElementCollection
    @Enumerated(EnumType.STRING)
    private List<Reaction> reactions;

    enum Reaction {
        LIKE,
        LAUGH
    }
}
