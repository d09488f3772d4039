package model;

import jakarta.persistence.*;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hibernate.annotations.CreationTimestamp;
import org.hibernate.annotations.NaturalId;

@Entity
@Table(name = "project")
class Project {
    @Id
    @GeneratedValue
    Long id;

    @NaturalId
    @Column(length = 10, nullable = false)
    String projectKey;

    String name;

    @ManyToOne
    Member lead;

    @OneToMany(mappedBy = "project", cascade = CascadeType.ALL)
    @OrderColumn
    List<Issue> issues;

    @ManyToMany
    Map<Role, Member> members;

    @Embedded
    Period period;
}

@Embeddable
class Period {
    LocalDate begin;

    @Column(name = "finish")
    LocalDate end;
}

enum Role {
    OWNER,
    DEVELOPER,
    GUEST
}

@Entity
class Member {
    @Id
    @GeneratedValue
    Long id;

    @Column(unique = true)
    String login;

    ZoneId zone;
    Duration workDay;

    @Enumerated(EnumType.STRING)
    Role defaultRole;
}

@Entity
class Issue {
    @Id
    @GeneratedValue
    Long id;

    @ManyToOne(fetch = FetchType.LAZY)
    Project project;

    int number;

    @Column(nullable = false, length = 200)
    String summary;

    @Column(length = 4000)
    String description;

    @ManyToOne
    Member assignee;

    @ManyToOne(optional = false)
    Member reporter;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false)
    Priority priority;

    @OneToMany
    @JoinTable(name = "issue_attachment")
    List<Attachment> attachments;

    @ManyToMany
    @JoinTable(name = "issue_link")
    Set<Issue> linked;

    @ManyToMany
    Set<Member> watchers;

    @ElementCollection
    @jakarta.persistence.OrderBy
    Set<String> labels;

    @Embedded
    @AttributeOverride(name = "begin", column = @Column(name = "started"))
    @AttributeOverride(name = "end", column = @Column(name = "done"))
    Period period;

    enum Priority {
        LOW,
        MEDIUM,
        HIGH
    }
}

@Entity
class Attachment {
    @Id
    @GeneratedValue
    Long id;

    String name;
    byte[] content;

    @CreationTimestamp
    LocalDateTime uploaded;
}
