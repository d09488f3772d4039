package dev.accrete.schema.offer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.accrete.schema.model.Column;
import dev.accrete.schema.model.ColumnType;
import dev.accrete.schema.model.Name;
import dev.accrete.schema.model.Origin;
import dev.accrete.schema.model.Origins;
import dev.accrete.schema.model.PrimaryKey;
import dev.accrete.schema.model.QualifiedName;
import dev.accrete.schema.model.Schema;
import dev.accrete.schema.model.Table;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class OfferedAnnotationsTest {

    private static final QualifiedName LINK = QualifiedName.of(Name.of("link"));
    private static final Name PART = Name.of("part");
    private static final Origin ATTRIBUTE = new Origin("com.acme.Link", "part");
    private static final String QUERY = "(select p.part from document p where p.id = link.source_id)";

    private final Schema schema = new Schema(
            List.of(),
            List.of(),
            List.of(Table.of(LINK, List.of(Column.of(PART, new ColumnType.Raw("integer"))))),
            List.of());

    private final Origins.Builder origins =
            Origins.builder().put(LINK, new Origin("com.acme.Link", "")).put(LINK, PART, ATTRIBUTE);

    @Test
    void whatSpeaksOfOneTableStandsOnItsClassWhereOthersShareTheAttribute() {
        OfferedAnnotations offered =
                new OfferedAnnotations(origins.shared(ATTRIBUTE).build(), () -> schema, schema);

        assertThat(offered.statementAt("Backfill", QUERY, LINK, PART))
                .isEqualTo("@Backfill(column = \"part\", value = \"" + QUERY + "\") on Link");
        assertThat(offered.statementAt("Backfill", "0", LINK, PART)).isEqualTo("@Backfill(\"0\")");
    }

    /** The tables of other classes may have no such column. */
    @Test
    void whatReadsAnotherColumnStandsOnTheClassWhereOthersShareTheAttribute() {
        Column number = Column.of(Name.of("number"), new ColumnType.Raw("integer"));
        Schema numbered = new Schema(
                List.of(),
                List.of(),
                List.of(Table.of(LINK, List.of(Column.of(PART, new ColumnType.Raw("integer")), number))),
                List.of());
        OfferedAnnotations offered =
                new OfferedAnnotations(origins.shared(ATTRIBUTE).build(), () -> numbered, numbered);

        assertThat(offered.statementAt("Backfill", "cast(number as integer)", LINK, PART))
                .endsWith(" on Link");
        assertThat(offered.statementAt("Using", "cast(part as integer)", LINK, PART))
                .isEqualTo("@Using(\"cast(part as integer)\")");
        assertThat(offered.statementAt("Backfill", "'number'", LINK, PART)).isEqualTo("@Backfill(\"'number'\")");
    }

    @Test
    void itStandsOnAnAttributeThatIsNotShared() {
        OfferedAnnotations offered = new OfferedAnnotations(origins.build(), () -> schema, schema);

        assertThat(offered.statementAt("Backfill", QUERY, LINK, PART)).isEqualTo("@Backfill(\"" + QUERY + "\")");
    }

    @Test
    void whatIsOfAnEmbeddableOfSeveralPlacesStandsOnTheClassOfOne() {
        Origin embedded = new Origin("com.acme.Link", "source.part");
        OfferedAnnotations offered = new OfferedAnnotations(
                Origins.builder()
                        .put(LINK, new Origin("com.acme.Link", ""))
                        .put(LINK, PART, embedded)
                        .shared(embedded)
                        .build(),
                () -> schema,
                schema);

        assertThat(offered.statementAt("Backfill", "0", LINK, PART))
                .isEqualTo("@Backfill(column = \"part\", value = \"0\") on Link");
        assertThat(offered.renamedFrom(Name.of("piece"), LINK, PART))
                .isEqualTo("@RenamedFrom(column = \"part\", value = \"piece\") on Link");
    }

    /** A table per class: both have the attribute from the class above, and one still maps what it was called in the other. */
    @Test
    void aFormerNameStandsOnTheClassWhereAnotherTableHasItForSomethingElse() {
        QualifiedName plan = QualifiedName.of(Name.of("plan"));
        Name number = Name.of("number");
        Name edition = Name.of("edition");
        ColumnType type = new ColumnType.Raw("integer");
        Origin attribute = new Origin("com.acme.Numbered", "part");
        OfferedAnnotations offered = new OfferedAnnotations(
                Origins.builder()
                        .put(LINK, new Origin("com.acme.Link", ""))
                        .put(LINK, PART, attribute)
                        .put(plan, new Origin("com.acme.Plan", ""))
                        .put(plan, PART, attribute)
                        .build(),
                () -> schema,
                new Schema(
                        List.of(),
                        List.of(),
                        List.of(
                                Table.of(LINK, List.of(Column.of(PART, type))),
                                Table.of(plan, List.of(Column.of(edition, type), Column.of(PART, type)))),
                        List.of()));

        assertThat(offered.renamedFrom(edition, LINK, PART))
                .endsWith(" on Link")
                .contains("value = \"edition\"");
        assertThat(offered.renamedFrom(number, LINK, PART)).isEqualTo("@RenamedFrom(\"number\") on Numbered.part");
    }

    /** One value for all would be the same in each row of the other table. */
    @Test
    void aValueStandsOnTheClassWhereRowsOfAnotherTableHaveToDifferInTheAttribute() {
        QualifiedName plan = QualifiedName.of(Name.of("plan"));
        ColumnType type = new ColumnType.Raw("integer");
        Table unique = Table.of(plan, List.of(Column.of(PART, type)))
                .withPrimaryKey(Optional.of(new PrimaryKey(Name.of("plan_pkey"), List.of(PART))));
        Table empty = Table.of(plan, List.of(Column.of(Name.of("name"), type)));
        Origins shared = origins.put(plan, new Origin("com.acme.Plan", ""))
                .put(plan, PART, new Origin("com.acme.Plan", "part"))
                .shared(new Origin("com.acme.Plan", "part"))
                .shared(ATTRIBUTE)
                .build();
        Schema later = new Schema(List.of(), List.of(), List.of(schema.tables().get(0), unique), List.of());

        assertThat(new OfferedAnnotations(
                                shared, () -> new Schema(List.of(), List.of(), List.of(empty), List.of()), later)
                        .statementAt("Backfill", "0", LINK, PART))
                .isEqualTo("@Backfill(column = \"part\", value = \"0\") on Link");
        assertThat(new OfferedAnnotations(shared, () -> schema, later).statementAt("Backfill", "0", LINK, PART))
                .as("a table without rows")
                .isEqualTo("@Backfill(\"0\")");
    }

    /** An override: what names the column is no value of that of the other class. */
    @Test
    void aConversionStandsOnTheClassWhereTheAttributeHasAnotherColumnInAnotherTable() {
        QualifiedName plan = QualifiedName.of(Name.of("plan"));
        Name other = Name.of("plan_part");
        Origin ofPlan = new Origin("com.acme.Plan", "part");
        Origins shared = origins.put(plan, new Origin("com.acme.Plan", ""))
                .put(plan, other, ofPlan)
                .shared(ofPlan)
                .shared(ATTRIBUTE)
                .build();
        Schema both = new Schema(
                List.of(),
                List.of(),
                List.of(
                        schema.tables().get(0),
                        Table.of(plan, List.of(Column.of(other, new ColumnType.Raw("integer"))))),
                List.of());
        OfferedAnnotations offered = new OfferedAnnotations(shared, () -> both, both);

        assertThat(offered.statementAt("Using", "cast(plan_part as integer)", plan, other))
                .isEqualTo("@Using(column = \"plan_part\", value = \"cast(plan_part as integer)\") on Plan");
        assertThat(offered.statementAt("Backfill", "0", plan, other)).isEqualTo("@Backfill(\"0\")");
    }

    @Test
    void theTableOfAGeneratorIsNotWhereTheValuesOfItsAttributeStand() {
        QualifiedName numbers = QualifiedName.of(Name.of("numbers"));
        Name next = Name.of("next_val");
        Origins generated =
                origins.put(numbers, ATTRIBUTE).put(numbers, next, ATTRIBUTE).build();
        Schema both = new Schema(
                List.of(),
                List.of(),
                List.of(
                        schema.tables().get(0),
                        Table.of(numbers, List.of(Column.of(next, new ColumnType.Raw("bigint"))))),
                List.of());
        OfferedAnnotations offered = new OfferedAnnotations(generated, () -> both, both);

        assertThat(offered.statementAt("Backfill", "0", LINK, PART)).isEqualTo("@Backfill(\"0\")");
        assertThat(offered.statementAt("RenamedFrom", "old", numbers))
                .isEqualTo("@RenamedFrom(table = \"numbers\", value = \"old\") on Link");
        assertThat(offered.renamedFrom(Name.of("next"), numbers, next))
                .isEqualTo("@RenamedFrom(column = \"next_val\", value = \"next\") on Link.part");
    }

    /** A class of a single-table hierarchy with a secondary table: the table of its class is that of the root. */
    @Test
    void aKeyInATableBesideThatOfASuperclassIsNamedWithItsTable() {
        QualifiedName whole = QualifiedName.of(Name.of("whole"));
        Name source = Name.of("source_id");
        Schema beside = new Schema(
                List.of(),
                List.of(),
                List.of(
                        Table.of(whole, List.of(Column.of(PART, new ColumnType.Raw("integer")))),
                        Table.of(LINK, List.of(Column.of(source, new ColumnType.Raw("integer"))))),
                List.of());
        OfferedAnnotations offered = new OfferedAnnotations(
                Origins.builder()
                        .put(LINK, new Origin("com.acme.Link", ""))
                        .put(LINK, source, new Origin("com.acme.Link", ""))
                        .put(whole, new Origin("com.acme.Whole", ""))
                        .put(whole, PART, ATTRIBUTE)
                        .build(),
                () -> beside,
                beside);

        assertThat(offered.statementAt("Using", "cast(source_id as integer)", LINK, source))
                .isEqualTo("@Using(column = \"link.source_id\", value = \"cast(source_id as integer)\") on Link");
    }

    /** {@code Cat_toys.Cat_id} and {@code Dog_toys.Dog_id}. */
    @Test
    void aCollectionThatSeveralClassesInheritIsNamedOnTheClassOfOne() {
        Origin ofCat = new Origin("com.acme.Cat", "toys");
        Origin ofDog = new Origin("com.acme.Dog", "toys");
        QualifiedName cats = QualifiedName.of(Name.of("cat_toys"));
        QualifiedName dogs = QualifiedName.of(Name.of("dog_toys"));
        Name cat = Name.of("cat_id");
        Name dog = Name.of("dog_id");
        Schema pets = new Schema(
                List.of(),
                List.of(),
                List.of(
                        Table.of(cats, List.of(Column.of(cat, new ColumnType.Raw("integer")))),
                        Table.of(dogs, List.of(Column.of(dog, new ColumnType.Raw("integer"))))),
                List.of());
        OfferedAnnotations offered = new OfferedAnnotations(
                Origins.builder()
                        .put(cats, ofCat)
                        .put(cats, cat, ofCat)
                        .shared(ofCat)
                        .put(dogs, ofDog)
                        .put(dogs, dog, ofDog)
                        .shared(ofDog)
                        .build(),
                () -> pets,
                pets);

        assertThat(offered.statementAt("Backfill", "0", cats, cat))
                .isEqualTo("@Backfill(column = \"cat_toys.cat_id\", value = \"0\") on Cat");
        assertThat(offered.statementAt("RenamedFrom", "cat_things", cats))
                .isEqualTo("@RenamedFrom(table = \"cat_toys\", value = \"cat_things\") on Cat");
    }
}
