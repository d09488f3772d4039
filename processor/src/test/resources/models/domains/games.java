package model;

import jakarta.persistence.*;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

// Table per class with references to the root.
@Entity
@Inheritance(strategy = InheritanceType.TABLE_PER_CLASS)
abstract class Piece {
    @Id
    @GeneratedValue(strategy = GenerationType.UUID)
    UUID id;

    @ManyToOne
    Board board;

    @Embedded
    Position position;

    @Enumerated
    Side side;

    enum Side {
        WHITE,
        BLACK
    }
}

@Embeddable
record Position(char column1, int row1) {}

@Entity
class Pawn extends Piece {
    boolean moved;
}

@Entity
class King extends Piece {
    boolean checked;

    @OneToOne
    Pawn guard;
}

@Entity
class Board {
    @Id
    @GeneratedValue
    Long id;

    @OneToMany(mappedBy = "board")
    Set<Piece> pieces;

    @OneToMany
    List<Move> moves;

    @ManyToOne
    Piece lastMoved;

    @ElementCollection
    Map<Position, String> notes;
}

@Entity
class Move {
    @Id
    @GeneratedValue
    Long id;

    @ManyToOne
    Piece piece;

    @Embedded
    @AttributeOverride(name = "column1", column = @Column(name = "from_column"))
    @AttributeOverride(name = "row1", column = @Column(name = "from_row"))
    Position from;

    @Embedded
    @AttributeOverride(name = "column1", column = @Column(name = "to_column"))
    @AttributeOverride(name = "row1", column = @Column(name = "to_row"))
    Position to;
}
