package shop;

import jakarta.persistence.Basic;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.util.List;
import java.util.Set;

/** @Basic says that an element takes no NULL where nothing says how its column is. */
@Entity
class Survey {
    @Id
    Long id;

    @ElementCollection
    @Basic(optional = false)
    Set<Integer> plain;

    @ElementCollection
    @Basic(optional = false)
    @Column(name = "answer")
    Set<Integer> named;

    @ElementCollection
    @Basic(optional = false)
    @Column(nullable = false)
    Set<Integer> required;

    @ElementCollection
    @Basic(optional = false)
    @Column(length = 20)
    List<String> texts;

    @ElementCollection
    Set<Answer> answers;
}

@Embeddable
class Answer {
    @Basic(optional = false)
    @Column(name = "stated")
    String text;

    @Basic(optional = false)
    Integer points;
}
