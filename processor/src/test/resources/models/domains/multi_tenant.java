package model;

import jakarta.persistence.*;
import java.util.List;
import java.util.Set;
import org.hibernate.annotations.SoftDelete;
import org.hibernate.annotations.TenantId;

@MappedSuperclass
abstract class Tenanted {
    @Id
    @GeneratedValue
    Long id;

    @TenantId
    @Column(name = "tenant_id", length = 36)
    String tenant;

    @Version
    int version;
}

@Entity
class Workspace extends Tenanted {
    @Column(nullable = false)
    String name;

    @OneToMany(mappedBy = "workspace")
    List<Board> boards;
}

@Entity
class Board extends Tenanted {
    @ManyToOne(optional = false)
    Workspace workspace;

    String title;

    @OneToMany(mappedBy = "board", cascade = CascadeType.ALL)
    @OrderColumn(name = "card_order")
    List<Card> cards;
}

@Entity
@SoftDelete
class Card extends Tenanted {
    @ManyToOne
    Board board;

    String text;

    @ElementCollection
    Set<String> labels;

    @ManyToMany
    Set<Card> dependsOn;
}
