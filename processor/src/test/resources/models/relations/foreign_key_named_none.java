package post;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.ForeignKey;
import jakarta.persistence.Id;
import jakarta.persistence.Inheritance;
import jakarta.persistence.InheritanceType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.JoinTable;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.PrimaryKeyJoinColumn;
import java.util.Set;

/** The name none, in lower case alone, means that there is no foreign key. */
@Entity
@Inheritance(strategy = InheritanceType.JOINED)
class Parcel {
    @Id
    Long id;

    @ManyToOne
    @JoinColumn(foreignKey = @ForeignKey(name = "none"))
    Parcel parent;

    @ManyToOne
    @JoinColumn(foreignKey = @ForeignKey(name = "None"))
    Parcel sibling;

    @ElementCollection
    @CollectionTable(foreignKey = @ForeignKey(name = "none"))
    Set<String> stamps;

    @ManyToMany
    @JoinTable(inverseForeignKey = @ForeignKey(name = "none"))
    Set<Parcel> bundle;
}

@Entity
@PrimaryKeyJoinColumn(foreignKey = @ForeignKey(name = "none"))
class Letter extends Parcel {
    String text;
}
