package catalogue;

import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Index;
import jakarta.persistence.OneToOne;
import jakarta.persistence.Table;
import java.util.Set;

/** No constraint takes an order; where the column is unique by itself, or the key, none is made. */
@Entity
@Table(
        indexes = {
            @Index(name = "ix_code", columnList = "code desc", unique = true),
            @Index(columnList = "next_id DESC", unique = true),
            @Index(name = "ix_key", columnList = "id asc", unique = true)
        })
class Ticket {

    @Id
    Long id;

    @Column(unique = true)
    String code;

    @OneToOne
    Ticket next;

    @ElementCollection
    @CollectionTable(indexes = @Index(columnList = "mark desc", unique = true))
    @Column(name = "mark", unique = true)
    Set<String> marks;
}
