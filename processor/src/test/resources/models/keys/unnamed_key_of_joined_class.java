package model;

import jakarta.persistence.*;
import java.util.List;

// A key column that is stated without a name is called as the identifier of the hierarchy's first class, whatever the class between calls its key.
@Entity
@Table(name = "`Content`")
@Inheritance(strategy = InheritanceType.JOINED)
class Content {
    @Id
    Long contentId;
}

@Entity
@PrimaryKeyJoinColumn(name = "forum_id")
@SecondaryTable(name = "forum_rules", pkJoinColumns = @PrimaryKeyJoinColumn)
@SecondaryTable(name = "forum_texts")
class Forum extends Content {
    @Column(table = "forum_rules")
    String rules;

    @Column(table = "forum_texts")
    String text;

    @ManyToOne
    @JoinTable(name = "forum_first", joinColumns = @JoinColumn)
    Content first;

    @ManyToOne
    @JoinTable(name = "forum_last")
    Content last;
}

@Entity
@PrimaryKeyJoinColumn
class OldForum extends Forum {
    int age;
}

@Entity
@PrimaryKeyJoinColumn(referencedColumnName = "forum_id")
class SmallForum extends Forum {
    int members;
}

@Entity
@Table(name = "`Tiny`")
class TinyForum extends SmallForum {
    boolean quiet;
}

@Entity
class TiniestForum extends TinyForum {
    boolean silent;
}

@Entity
class Visit {
    @Id
    Long id;

    @ManyToOne
    Forum forum;

    @ManyToOne
    @JoinColumn
    OldForum old;

    @ManyToOne
    @JoinColumn(name = "small", referencedColumnName = "contentId")
    SmallForum small;

    @ManyToMany
    @JoinTable(inverseJoinColumns = @JoinColumn)
    List<SmallForum> smallOnes;
}
