package shop;

import jakarta.persistence.*;
import java.io.Serializable;
import org.hibernate.annotations.*;

@Entity
class Base {
    @Id Long id;
    @OneToOne(mappedBy = "base") Optional1 other;
}

@Entity
class Optional1 {
    @Id Long id;
    @OneToOne @PrimaryKeyJoinColumn Base base;
}

@Entity
class Required1 {
    @Id @Column(name = "rid") Long id;
    @OneToOne(optional = false)
    @PrimaryKeyJoinColumn(name = "rid", referencedColumnName = "id", foreignKey = @ForeignKey(name = "fk_required"))
    @OnDelete(action = OnDeleteAction.CASCADE)
    Base base;
}

@Entity
class Same1 {
    @Id @Column(name = "the_id") Long id;
    @OneToOne @JoinColumn(name = "the_id") Base base;
}

@Entity
class Same2 {
    @Id @Column(name = "the_id") Long id;
    @OneToOne(optional = false)
    @JoinColumn(name = "the_id", insertable = false, updatable = false, foreignKey = @ForeignKey(name = "fk_same"))
    Base base;
}

@Embeddable
class Key implements Serializable {
    int alpha;
    String beta;
}

@Entity
class Composite {
    @EmbeddedId Key id;
}

@Entity
class Beside {
    @EmbeddedId Key id;
    @OneToOne(optional = false)
    @PrimaryKeyJoinColumns({
        @PrimaryKeyJoinColumn(name = "alpha", referencedColumnName = "alpha"),
        @PrimaryKeyJoinColumn(name = "beta", referencedColumnName = "beta")
    })
    Composite composite;
}

@Entity
class NotFound1 {
    @Id Long id;
    @ManyToOne @NotFound(action = NotFoundAction.EXCEPTION) Base exception;
    @ManyToOne @NotFound(action = NotFoundAction.IGNORE) Base ignore;
    @OneToOne(optional = false) @NotFound(action = NotFoundAction.IGNORE) Base one;
}

@Entity
class Actions {
    @Id Long id;
    @ManyToOne @OnDelete(action = OnDeleteAction.SET_NULL) Base nulled;
    @ManyToOne @OnDelete(action = OnDeleteAction.RESTRICT) Base restricted;
    @ManyToOne @OnDelete(action = OnDeleteAction.SET_DEFAULT) @ColumnDefault("1") Base defaulted;
    @ManyToOne @OnDelete(action = OnDeleteAction.NO_ACTION) Base nothing;
    @ManyToOne @JoinColumn(name = "opt", foreignKey = @ForeignKey(name = "fk_opt", options = "on update cascade")) Base options;
    @ManyToOne
    @JoinColumn(
            name = "def",
            foreignKey =
                    @ForeignKey(
                            name = "fk_def",
                            foreignKeyDefinition = "foreign key (def) references Base (id) on delete cascade"))
    Base defined;
    @ManyToOne @JoinColumns(value = @JoinColumn(name = "jc", foreignKey = @ForeignKey(name = "fk_unread"))) Base unread;
    @ManyToOne
    @JoinColumns(value = @JoinColumn(name = "jcs"), foreignKey = @ForeignKey(name = "fk_around"))
    Base around;
    @ManyToOne @JoinColumn(name = "uni", unique = true, nullable = false, columnDefinition = "bigint", comment = "text") Base uni;
}
