package model;

import jakarta.persistence.*;
import java.util.List;
import java.util.Set;

// PostgreSQL keeps the first 63 bytes of a name, H2 all of it; what is derived from a name is derived from the whole one.
@Entity
@Table(
        name = "a_table_with_a_name_that_is_nearly_as_long_as_the_database_keeps_1",
        indexes = @Index(columnList = "anAttributeWhoseNameIsMuchLongerThanAnybodyWouldEverWriteItDown desc, code"),
        uniqueConstraints =
                @UniqueConstraint(
                        columnNames = {"code", "anAttributeWhoseNameIsMuchLongerThanAnybodyWouldEverWriteItDown"}))
class A {
    @EmbeddedId
    AKey key;

    int code;

    String anAttributeWhoseNameIsMuchLongerThanAnybodyWouldEverWriteItDown;

    @Enumerated
    Size aSizeWhoseNameIsVeryMuchLongerThanAnybodyWouldEverWriteItDownInALetter;

    @ManyToOne
    @JoinColumn(name = "other_1", referencedColumnName = "aPartOfTheKeyWhichIsMuchLongerThanAnybodyWouldEverWriteItDownInALetter")
    @JoinColumn(name = "other_2", referencedColumnName = "b")
    A other;

    @ElementCollection
    List<String> namesOfAllThatHaveEverLivedHere;
}

@Embeddable
class AKey {
    int aPartOfTheKeyWhichIsMuchLongerThanAnybodyWouldEverWriteItDownInALetter;
    int b;
}

enum Size {
    SMALL,
    LARGE
}

@Entity
@Table(name = "a_table_whose_sequence_has_a_name_longer_than_the_database_")
@SecondaryTable(name = "ASecondTableWithANameThatIsLongerThanTheDatabaseKeepsItAndHasMäny")
class Numbered {
    @Id
    @GeneratedValue
    Long id;

    @Column(table = "ASecondTableWithANameThatIsLongerThanTheDatabaseKeepsItAndHasMäny")
    String text;

    @ManyToMany
    Set<InnerClassesOfTestsHaveSuchNames> many;

    @ElementCollection
    @Enumerated(EnumType.STRING)
    Set<Size> someSizesWhoseNameIsVeryMuchLongerThanAnybodyWouldEverWriteItDown;
}

@Entity
class InnerClassesOfTestsHaveSuchNames {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    Long id;
}
