package model;

import jakarta.persistence.*;
import java.util.List;
import org.hibernate.annotations.Comment;

// A comment on a class names one of its tables, on a collection its table or a column there, in any letters.
@Entity
@Table(name = "article")
@SecondaryTable(name = "article_text", comment = "lost")
@Inheritance(strategy = InheritanceType.JOINED)
@Comment("articles")
@Comment(on = "Article_Text", value = "what they say")
@Comment(on = "article_first", value = "what comes before")
class Article {
    @Id
    Long id;

    @Column(table = "article_text")
    @Comment("markdown")
    String text;

    @ManyToOne
    @JoinTable(name = "article_first")
    Article first;

    @ElementCollection
    @CollectionTable(name = "tags")
    @Column(name = "tag")
    @Comment("tagged")
    @Comment(on = "TAG", value = "one of them")
    List<String> tags;

    @ManyToMany
    @JoinTable(name = "related")
    @Comment(on = "related", value = "see also")
    List<Article> related;
}

@Entity
@Table(name = "review")
@SecondaryTable(name = "review_score")
@Comment(on = "REVIEW", value = "reviews")
@Comment(on = "review_score", value = "their scores")
class Review extends Article {
    @Column(table = "review_score")
    @Comment(on = "score", value = "of ten")
    int score;
}
