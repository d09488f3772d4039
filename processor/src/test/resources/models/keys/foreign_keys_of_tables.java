import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ConstraintMode;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.ForeignKey;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.JoinColumns;
import jakarta.persistence.JoinTable;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.MapKeyJoinColumn;
import jakarta.persistence.MapKeyJoinColumns;
import jakarta.persistence.OneToMany;
import jakarta.persistence.SecondaryTable;
import java.util.List;
import java.util.Map;

/**
 * Who says whether a collection's table has foreign keys: the first join column to the owner, unless the table forbids it; the
 * table alone for the other side.
 */
@Entity
class Tag {

    @Id
    Long id;
}

@Embeddable
class PlaceKey {

    int x;
    int y;
}

@Entity
class Place {

    @EmbeddedId
    PlaceKey id;

    @ElementCollection
    @CollectionTable(
            name = "first_asks",
            joinColumns = {
                @JoinColumn(
                        name = "place_x",
                        referencedColumnName = "x",
                        foreignKey = @ForeignKey(name = "fk_first_asks", value = ConstraintMode.CONSTRAINT)),
                @JoinColumn(name = "place_y", referencedColumnName = "y")
            })
    List<String> firstAsks;

    @ElementCollection
    @CollectionTable(
            name = "second_asks",
            joinColumns = {
                @JoinColumn(name = "place_x", referencedColumnName = "x"),
                @JoinColumn(
                        name = "place_y",
                        referencedColumnName = "y",
                        foreignKey = @ForeignKey(name = "fk_second_asks", value = ConstraintMode.CONSTRAINT))
            })
    List<String> secondAsks;

    @ManyToMany
    @JoinTable(
            name = "second_forbids",
            joinColumns = {
                @JoinColumn(name = "place_x", referencedColumnName = "x"),
                @JoinColumn(
                        name = "place_y",
                        referencedColumnName = "y",
                        foreignKey = @ForeignKey(ConstraintMode.NO_CONSTRAINT))
            })
    List<Tag> secondForbids;

    @OneToMany
    @JoinColumns({
        @JoinColumn(
                name = "place_x",
                referencedColumnName = "x",
                foreignKey = @ForeignKey(ConstraintMode.NO_CONSTRAINT)),
        @JoinColumn(name = "place_y", referencedColumnName = "y")
    })
    List<Tag> children;
}

@Entity
@SecondaryTable(name = "more")
@SecondaryTable(name = "asked", foreignKey = @ForeignKey(name = "fk_asked", value = ConstraintMode.CONSTRAINT))
@SecondaryTable(name = "otherName", foreignKey = @ForeignKey(name = "fk_other", value = ConstraintMode.CONSTRAINT))
class Article {

    @Id
    Long id;

    @Column(table = "more")
    int more;

    @Column(table = "asked")
    int asked;

    @Column(table = "otherName")
    int other;

    @ElementCollection
    @CollectionTable(
            name = "table_asks",
            foreignKey = @ForeignKey(ConstraintMode.CONSTRAINT),
            joinColumns = @JoinColumn(name = "article"))
    List<String> tableAsks;

    @ElementCollection
    @CollectionTable(
            name = "column_forbids",
            foreignKey = @ForeignKey(name = "fk_column_forbids", value = ConstraintMode.CONSTRAINT),
            joinColumns = @JoinColumn(name = "article", foreignKey = @ForeignKey(ConstraintMode.NO_CONSTRAINT)))
    List<String> columnForbids;

    @ElementCollection
    @CollectionTable(
            name = "table_forbids",
            foreignKey = @ForeignKey(ConstraintMode.NO_CONSTRAINT),
            joinColumns = @JoinColumn(name = "article", foreignKey = @ForeignKey(ConstraintMode.CONSTRAINT)))
    List<String> tableForbids;

    @ElementCollection
    @CollectionTable(
            name = "no_name",
            foreignKey = @ForeignKey(foreignKeyDefinition = "foreign key (article) references Article on delete cascade"),
            joinColumns = @JoinColumn(name = "article", foreignKey = @ForeignKey(ConstraintMode.CONSTRAINT)))
    List<String> definitionWithoutName;

    @ElementCollection
    @CollectionTable(name = "no_columns", foreignKey = @ForeignKey(name = "fk_no_columns"))
    List<String> withoutColumns;

    @ElementCollection
    @CollectionTable(name = "says_nothing")
    List<String> saysNothing;

    @ElementCollection
    List<String> unannotated;

    @ManyToMany
    @JoinTable(
            name = "values_forbid",
            inverseForeignKey = @ForeignKey(ConstraintMode.CONSTRAINT),
            inverseJoinColumns =
                    @JoinColumn(
                            name = "tag",
                            foreignKey = @ForeignKey(name = "fk_values_forbid", value = ConstraintMode.NO_CONSTRAINT)))
    List<Tag> valuesForbid;

    @ManyToMany
    @JoinTable(
            name = "values_ask",
            inverseJoinColumns =
                    @JoinColumn(
                            name = "tag",
                            foreignKey = @ForeignKey(name = "fk_values_ask", value = ConstraintMode.CONSTRAINT)))
    List<Tag> valuesAsk;

    @ManyToMany
    @CollectionTable(name = "a_collection_table")
    List<Tag> inCollectionTable;

    @ManyToMany
    @JoinTable(name = "keyed")
    @MapKeyJoinColumn(name = "tag", foreignKey = @ForeignKey(name = "fk_keyed", value = ConstraintMode.CONSTRAINT))
    Map<Tag, Tag> keyed;

    @ManyToMany
    @JoinTable(name = "keyed_inside")
    @MapKeyJoinColumns(
            @MapKeyJoinColumn(name = "tag", foreignKey = @ForeignKey(name = "fk_inside", value = ConstraintMode.CONSTRAINT)))
    Map<Tag, Tag> keyedInside;

    @ManyToOne
    @JoinTable(name = "one_tag")
    Tag one;

    @ManyToOne
    @JoinTable(name = "asked_tag", foreignKey = @ForeignKey(ConstraintMode.CONSTRAINT), inverseForeignKey = @ForeignKey(ConstraintMode.CONSTRAINT))
    Tag alsoAsked;
}
