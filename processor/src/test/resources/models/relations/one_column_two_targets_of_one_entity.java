package model;

import jakarta.persistence.*;
import java.io.Serializable;
import org.hibernate.annotations.OnDelete;
import org.hibernate.annotations.OnDeleteAction;

// Of relations over the same columns the one whose name comes first has the foreign key, whatever the order in the source.
@Entity
class Comment {
    @Id
    Long id;

    @Column(name = "subject_id")
    Long subjectId;

    @ManyToOne
    @JoinColumn(name = "subject_id", insertable = false, updatable = false, foreignKey = @ForeignKey(name = "fk_comment_video"))
    @OnDelete(action = OnDeleteAction.CASCADE)
    Video video;

    @ManyToOne
    @JoinColumn(name = "subject_id", insertable = false, updatable = false)
    Article article;

    Votes votes;
}

@Embeddable
class Votes {
    @OneToOne
    @JoinColumn(name = "subject_id", insertable = false, updatable = false)
    Article mostVoted;
}

@Entity
class Video {
    @Id
    Long id;
}

@Entity
class Article {
    @Id
    Long id;
}

@Embeddable
class SupplierKey implements Serializable {
    Integer company;

    @Column(length = 10)
    String code;
}

@Entity
class Supplier {
    @EmbeddedId
    SupplierKey key;
}

@Entity
class SupplierSummary {
    @EmbeddedId
    SupplierKey key;
}

@Embeddable
class BrandKey implements Serializable {
    Integer company;

    @Column(length = 10)
    String code;

    Long brand;
}

@Entity
class SuppliedBrand {
    @EmbeddedId
    BrandKey key;

    @ManyToOne
    @JoinColumn(name = "company", referencedColumnName = "company", insertable = false, updatable = false)
    @JoinColumn(name = "code", referencedColumnName = "code", insertable = false, updatable = false)
    SupplierSummary summary;

    @ManyToOne
    @JoinColumn(name = "company", referencedColumnName = "company", insertable = false, updatable = false)
    @JoinColumn(name = "code", referencedColumnName = "code", insertable = false, updatable = false)
    Supplier supplier;
}
