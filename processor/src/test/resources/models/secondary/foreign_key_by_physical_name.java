package library;

import jakarta.persistence.Column;
import jakarta.persistence.ConstraintMode;
import jakarta.persistence.Entity;
import jakarta.persistence.ForeignKey;
import jakarta.persistence.Id;
import jakarta.persistence.SecondaryTable;

/** Where the naming strategy changes the table's name, Hibernate does not find what the annotation says of the foreign key. */
@Entity
@SecondaryTable(name = "BookDetails", foreignKey = @ForeignKey(ConstraintMode.NO_CONSTRAINT))
@SecondaryTable(name = "book_cover", foreignKey = @ForeignKey(name = "fk_cover_book"))
@SecondaryTable(name = "`BookIndex`", foreignKey = @ForeignKey(ConstraintMode.NO_CONSTRAINT))
class Book {
    @Id
    Long id;

    @Column(table = "BookDetails")
    String summary;

    @Column(table = "book_cover")
    String image;

    @Column(table = "`BookIndex`")
    String words;
}
