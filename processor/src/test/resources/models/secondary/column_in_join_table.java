package plan;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.JoinTable;
import jakarta.persistence.ManyToOne;

/** The table of a relation to one entity has columns of the attributes that come after it by their names. */
@Entity
class Plan {
    @Id
    Long id;

    @ManyToOne
    @JoinTable(
            name = "plan_join",
            joinColumns = @JoinColumn(name = "plan_id"),
            inverseJoinColumns = @JoinColumn(name = "target_id"))
    Target aim;

    @Column(table = "plan_join", nullable = false, unique = true)
    String note;

    @Column(table = "plan_join")
    int weight;

    @ManyToOne
    @JoinColumn(table = "plan_join")
    Target other;

    @Embedded
    Review review;

    @Column(table = "ReviewOf")
    String verdict;
}

@Embeddable
class Review {
    @ManyToOne
    @JoinTable(name = "ReviewOf")
    Target reviewed;
}

@Entity
class Target {
    @Id
    Long id;
}
