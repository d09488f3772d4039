package model;

import jakarta.persistence.*;
import java.util.Map;

@Entity
class Language {
    @Id
    @Column(name = "`isoCode`", length = 8)
    String code;
}

/** A derived column of a key is not quoted, though it refers to one that is. */
@Entity
class Text {
    @Id
    long id;

    @ElementCollection
    Map<Language, String> translations;

    @ManyToMany
    Map<Language, Text> variants;

    @OneToMany
    @JoinColumn(name = "summary_of")
    Map<Language, Text> summaries;
}
