package model;

import jakarta.persistence.*;
import java.util.List;
import java.util.Map;
import java.util.Set;

// A @JoinTable stands for the @CollectionTable, unless there is one.
@Entity
class Site {
    @Id
    Long id;

    @ElementCollection
    @JoinTable(
            name = "site_tag",
            joinColumns = @JoinColumn(name = "site_ref", nullable = false),
            foreignKey = @ForeignKey(name = "tag_of_site"))
    @Column(name = "tag")
    List<String> tags;

    @ElementCollection
    @JoinTable
    Set<Integer> numbers;

    @ElementCollection
    @JoinTable(name = "site_word", uniqueConstraints = @UniqueConstraint(columnNames = {"Site_id", "words"}))
    Map<String, Integer> words;

    @ElementCollection
    @JoinTable(joinColumns = @JoinColumn(name = "site_ref"))
    List<Part> parts;

    @ElementCollection
    @JoinTable(name = "not_this_one")
    @CollectionTable(name = "this_one")
    List<String> others;
}

@Embeddable
class Part {
    int length;

    @ManyToOne
    Site other;
}
