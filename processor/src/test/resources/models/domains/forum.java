package model;

import jakarta.persistence.*;
import java.io.Serializable;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Set;
import java.util.UUID;

// Users and groups with rights, threads, private messages.
@MappedSuperclass
abstract class AbstractAuditable<U, K extends Serializable> {
    @Id
    @GeneratedValue
    K id;

    @ManyToOne
    U createdBy;

    LocalDateTime createdDate;

    @ManyToOne
    U lastModifiedBy;

    LocalDateTime lastModifiedDate;
}

@Entity
@Table(name = "forum_user")
class ForumUser extends AbstractAuditable<ForumUser, Long> {
    @Column(nullable = false, unique = true)
    String name;

    @ManyToMany
    Set<UserGroup> groups;

    @ElementCollection(targetClass = Right.class)
    @Enumerated(EnumType.STRING)
    @CollectionTable(name = "user_rights")
    @Column(name = "user_right")
    Set<Right> rights;

    @ManyToMany
    @JoinTable(
            name = "blocked",
            joinColumns = @JoinColumn(name = "blocker"),
            inverseJoinColumns = @JoinColumn(name = "blocked"))
    Set<ForumUser> blocked;
}

enum Right {
    READ,
    WRITE,
    DELETE
}

@Entity
class UserGroup extends AbstractAuditable<ForumUser, Integer> {
    String name;

    @ManyToMany(mappedBy = "groups")
    Set<ForumUser> users;
}

@Entity
class ForumThread extends AbstractAuditable<ForumUser, UUID> {
    String title;
    boolean sticky;

    @OneToMany(mappedBy = "thread", cascade = CascadeType.ALL)
    List<Message> messages;

    @OneToOne
    Message pinned;
}

@Entity
class Message extends AbstractAuditable<ForumUser, Long> {
    @ManyToOne(fetch = FetchType.LAZY)
    ForumThread thread;

    @Column(length = 10000)
    String body;

    @ManyToOne
    Message quoted;
}

@Entity
@Table(indexes = {@Index(columnList = "sender_id, sent"), @Index(columnList = "receiver_id")})
class PrivateMessage {
    @Id
    @GeneratedValue
    Long id;

    @ManyToOne(optional = false)
    ForumUser sender;

    @ManyToOne(optional = false)
    ForumUser receiver;

    Instant sent;
    Boolean seen;

    @Lob
    String text;
}
