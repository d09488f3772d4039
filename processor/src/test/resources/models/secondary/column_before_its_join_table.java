package plan;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinTable;
import jakarta.persistence.ManyToOne;

@Entity
class Plan {
    @Id
    Long id;

    @Column(table = "plan_join")
    String note;

    @ManyToOne
    @JoinTable(name = "plan_join")
    Plan target;
}
