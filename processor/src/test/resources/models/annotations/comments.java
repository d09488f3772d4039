package shop;

import jakarta.persistence.*;
import org.hibernate.annotations.Comment;
import org.hibernate.annotations.Comments;

@Entity
@Table(name = "noted", comment = "lost")
@Comment("the table''s")
class Noted extends Base {
    @Id @Comment("the key") Long id;
    @Comment("wins") @Column(comment = "lost") String twice;
    @Column(comment = "of the column") String plain;
    @Comment("") String empty;
    @Embedded @Comment("of the first") Part part;
    @ManyToOne @Comment("to one") Other other;
    @ManyToOne @JoinColumn(comment = "join column") Other second;
    @Comments(@Comment(on = "NAMED", value = "by name")) String named;
}

@MappedSuperclass
@Comment("nowhere")
class Base {
    @Comment("inherited") String base;
}

@Embeddable
class Part {
    String z;
    @Comment("q") String q;
    String a;
}

@Entity
@Table(comment = "with \"double\" quotes")
class Other {
    @Id Long id;
}
