package dev.accrete.processor.map;

import static org.assertj.core.api.Assertions.assertThat;

import dev.accrete.processor.map.hibernate.MappingOptions;
import dev.accrete.processor.report.Problems;
import dev.accrete.processor.source.ClassDetails;
import dev.accrete.processor.source.Evaluation;
import dev.accrete.processor.testing.Sources;
import dev.accrete.schema.model.Schema;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SchemaMapperTest {

    private static final String HEAD = "package shop;\nimport jakarta.persistence.*;\n";

    private final Problems problems = new Problems();
    private MappingOptions options = MappingOptions.defaults();

    private Schema map(List<String> classes, String... sources) {
        AtomicReference<Schema> schema = new AtomicReference<>();
        Sources.of(Stream.of(sources).map(text -> HEAD + text).toArray(String[]::new))
                .read(found -> {
                    List<ClassDetails> managed = new ArrayList<>();
                    classes.forEach(
                            name -> managed.add(found.find("shop." + name).orElseThrow()));
                    schema.set(SchemaMapper.map(managed, found, Evaluation.none(), options, problems)
                            .schema());
                });
        return schema.get();
    }

    private List<String> columns(Schema schema, int table) {
        return schema.tables().get(table).columns().stream()
                .map(column -> column.name() + " " + column.type().text() + (column.nullable() ? "" : " not null"))
                .toList();
    }

    private List<String> problems() {
        return problems.all().stream()
                .map(problem -> problem.code().id() + " " + problem.subject())
                .toList();
    }

    @Test
    void attributesOfAllKindsBecomeColumns() {
        Schema schema = map(List.of("Item"), """
                enum State { NEW, OLD }
                @Embeddable class Size { int width; @Basic(optional = false) int height; }
                @MappedSuperclass class Base { @Id @GeneratedValue Long id; @Version int version; }
                @Entity class Item extends Base {
                    String name;
                    @Column(length = 40, nullable = false) String code;
                    int count;
                    @Column(name = "boxed") int stated;
                    java.math.BigDecimal price;
                    @Enumerated(EnumType.STRING) State state;
                    State ordinal;
                    java.time.Instant made;
                    byte[] data;
                    @Embedded Size size;
                    @Embedded @AttributeOverride(name = "width", column = @Column(name = "w2"))
                    @AttributeOverride(name = "height", column = @Column(name = "h2")) Size second;
                    @Transient String nothing;
                    static int none;
                }
                """);

        assertThat(problems()).isEmpty();
        assertThat(columns(schema, 0))
                .containsExactlyInAnyOrder(
                        "id bigint not null",
                        "version integer not null",
                        "name varchar(255)",
                        "code varchar(40) not null",
                        "count integer not null",
                        "boxed integer",
                        "price numeric(38,2)",
                        "state enum('NEW','OLD')[255]",
                        "ordinal ordinal('NEW','OLD')",
                        "made timestamp_with_timezone(6)",
                        "data varbinary(255)",
                        "width integer",
                        "height integer not null",
                        "w2 integer",
                        "h2 integer not null");
        assertThat(schema.sequences()).singleElement().satisfies(sequence -> {
            assertThat(sequence.name()).hasToString("Item_SEQ");
            assertThat(sequence.increment()).isEqualTo(50);
        });
    }

    @Test
    void relationsBecomeForeignKeysAndTableAnnotationsKeysAndIndexes() {
        options = options.withNaming(MappingOptions.Naming.SNAKE_CASE);
        Schema schema = map(List.of("Customer", "Purchase"), """
                @Entity class Customer { @Id @GeneratedValue(strategy = GenerationType.IDENTITY) Long id;
                    @OneToMany(mappedBy = "boughtBy") java.util.List<Purchase> purchases; }
                @Entity @Table(name = "purchases", indexes = @Index(columnList = "bookedAt desc"),
                    uniqueConstraints = @UniqueConstraint(name = "uq_no", columnNames = {"number", "bookedAt"}))
                class Purchase { @Id Long id; int number; java.time.LocalDate bookedAt;
                    @ManyToOne(optional = false) Customer boughtBy; @OneToOne Customer payer; }
                """);

        assertThat(problems()).isEmpty();
        assertThat(schema.tables().get(0).columns().get(0).identity()).isTrue();
        var purchases = schema.tables().get(1);
        assertThat(columns(schema, 1)).contains("bought_by_id bigint not null", "payer_id bigint", "booked_at date");
        assertThat(purchases.foreignKeys())
                .extracting(key -> key.name().text() + " " + key.referencedTable())
                .containsExactly("purchases_bought_by_id_fkey customer", "purchases_payer_id_fkey customer");
        assertThat(purchases.uniqueKeys())
                .extracting(key -> key.name().text())
                .containsExactly("purchases_payer_id_key", "uq_no");
        assertThat(purchases.indexes())
                .singleElement()
                .satisfies(
                        index -> assertThat(index.parts().get(0).descending()).isTrue());
    }

    @Test
    void whatIsNotMappedIsRefusedAtItsAnnotation() {
        map(List.of("Super"), """
                @org.hibernate.annotations.Temporal.HistoryPartitioning
                @Entity class Super { @Id Long id;
                    @org.hibernate.annotations.Temporal.HistoryPartitioning java.time.Instant at; }
                """);

        assertThat(problems()).containsExactlyInAnyOrder("ACC-E101 Super", "ACC-E101 Super.at");
    }

    @Test
    void mistakesInEntitiesAreNamed() {
        map(List.of("NoId", "Twice", "Same", "Odd"), """
                @Entity class NoId { int x; }
                @Entity class Twice { @Id Long id; @Column(name = "c") int a; @Column(name = "C") int b; }
                @Entity @Table(name = "twice") class Same { @Id Long id; String c; }
                @Entity @Table(indexes = @Index(columnList = "none")) class Odd { @Id Long id; Runnable run; int user;
                    int aNameThatIsFarTooLongForPostgresqlWhichKeepsSixtyThreeBytesAlone; }
                """);

        assertThat(problems())
                .containsExactlyInAnyOrder(
                        "ACC-E102 NoId",
                        "ACC-E103 Twice.b",
                        "ACC-E107 Same",
                        "ACC-E104 Odd.run",
                        "ACC-E105 Odd.user",
                        "ACC-E186 Odd.aNameThatIsFarTooLongForPostgresqlWhichKeepsSixtyThreeBytesAlone",
                        "ACC-E111 Odd");
    }

    @Test
    void whatDialectsStoreDifferentlyStandsOncePerDialect() {
        Schema schema = map(List.of("Shift", "Plain"), """
                @Entity class Shift { @Id Long id; java.time.OffsetTime start; }
                @Entity class Plain { @Id Long id; }
                """);

        assertThat(problems()).isEmpty();
        assertThat(schema.tables()).hasSize(3);
        assertThat(columns(schema.on("h2"), 1)).contains("start time_with_timezone(0)");
        assertThat(columns(schema.on("postgresql"), 1)).contains("start time(0)");
    }

    @Test
    void uniqueConstraintsOverTheSameColumnsAreOneAndAPrimaryKeyNeedsNone() {
        Schema schema = map(List.of("Code"), """
                @Entity @Table(uniqueConstraints = @UniqueConstraint(name = "uq_text", columnNames = "text"))
                class Code { @Id @Column(unique = true) Long id; @Column(unique = true) String text; }
                """);

        assertThat(problems()).isEmpty();
        assertThat(schema.tables().get(0).uniqueKeys())
                .extracting(key -> key.name() + " " + key.columns())
                .containsExactly("Code_text_key [text]");
    }

    @Test
    void aStatedColumnTypeIsTakenAsItIs() {
        Schema schema = map(List.of("Invoice"), """
                class Money {}
                @Entity class Invoice { @Id Long id;
                    @dev.accrete.annotations.ColumnType("numeric(19,4)") @Column(nullable = false) Money total; }
                """);

        assertThat(problems()).isEmpty();
        assertThat(columns(schema, 0)).contains("total sql numeric(19,4) not null");
    }

    @Test
    void whatCouldChangeAColumnFromElsewhereIsRefused() {
        map(List.of("Door"), """
                class Binder implements org.hibernate.binder.AttributeBinder<Bound> {
                    public void bind(Bound bound, org.hibernate.boot.spi.MetadataBuildingContext context,
                            org.hibernate.mapping.PersistentClass entity, org.hibernate.mapping.Property property) {} }
                @org.hibernate.annotations.AttributeBinderType(binder = Binder.class) @interface Bound {}
                @Entity class Door { @Id Long id; @Bound int number; }
                """);

        assertThat(problems()).containsExactly("ACC-E101 Door.number");
    }

    @Test
    void aReferenceTakesTheTypeOfTheKeyWithoutItsCheck() {
        Schema schema = map(List.of("Door", "Lock"), """
                enum Kind { IN, OUT }
                @Entity class Door { @Id Kind kind; }
                @Entity class Lock { @Id Long id; @ManyToOne Door door; }
                """);

        assertThat(problems()).isEmpty();
        assertThat(columns(schema, 0)).containsExactly("kind ordinal('IN','OUT') not null");
        assertThat(columns(schema, 1)).containsExactly("id bigint not null", "door_kind tinyint");
    }

    @Test
    void aKeyColumnIsNamedWhereTheOrderOfTheClassesWouldNameIt() {
        map(List.of("Person", "Account", "Club", "Family"), """
                @Entity class Account { @Id Long id; }
                @Entity class Club extends Account { @ManyToMany(mappedBy = "accounts") java.util.Set<Person> members; }
                @Entity class Family extends Account { @ManyToMany(mappedBy = "accounts") java.util.Set<Person> parents; }
                @Entity class Person {
                    @Id Long id;
                    @ManyToMany java.util.Set<Account> accounts;
                }
                """);

        assertThat(problems()).containsExactly("ACC-E110 Person.accounts");
    }

    @Test
    void whatNoDatabaseOrHibernateTakesIsRefused() {
        map(List.of("Item", "Part"), """
                @Entity
                @Table(indexes = @Index(name = "ix", columnList = "code desc", unique = true))
                class Item {
                    @Id @GeneratedValue(strategy = GenerationType.IDENTITY) java.util.UUID id;
                    String code;
                    @OneToMany(mappedBy = "nothing") java.util.List<Part> parts;
                }
                @Entity class Part {
                    @Id Long id;
                    @Column(name = "item") @ManyToOne Item item;
                }
                """);

        assertThat(problems())
                .contains("ACC-E109 Item.id", "ACC-E110 Item.parts", "ACC-E125 Item", "ACC-E126 Part.item");
    }

    @Test
    void aNameWithAQuoteInItIsRefusedAndOneInQuotesIsNot() {
        map(List.of("Item"), """
                @Entity
                class Item {
                    @Id Long id;
                    @Column(name = "\\"sold\\"by") String seller;
                    @Column(name = "\\"sold to\\"") String buyer;
                    @Column(name = "`sold on`") String day;
                }
                """);

        assertThat(problems()).containsExactly("ACC-E125 Item.seller");
    }

    @Test
    void aUniqueConstraintOverThePrimaryKeyNamesIt() {
        Schema schema = map(List.of("Item"), """
                @Entity
                @Table(uniqueConstraints = @UniqueConstraint(name = "item_identity", columnNames = "id"))
                class Item {
                    @Id Long id;
                }
                """);

        assertThat(schema.tables().get(0).primaryKey().orElseThrow().name().text())
                .isEqualTo("item_identity");
        assertThat(schema.tables().get(0).uniqueKeys()).isEmpty();
    }

    @Test
    void aPartOfAnIdentifierThatIsWrittenTwiceIsAWarning() {
        map(List.of("Line", "Bill"), """
                class LineId implements java.io.Serializable { Long bill; int position; }
                @Entity class Bill { @Id Long id; }
                @Entity @IdClass(LineId.class) class Line {
                    @Id @Column(name = "bill_id") Long bill; @Id int position;
                    @ManyToOne @JoinColumn(name = "bill_id") Bill written;
                    @ManyToOne @JoinColumn(name = "bill_id", insertable = false, updatable = false) Bill read; }
                """);

        assertThat(problems()).containsExactly("ACC-E188 Line.written");
    }

    @Test
    void postgresqlCutsNames() {
        Schema schema = map(List.of("Odd"), "@Entity class Odd { @Id Long id; Long " + "ä".repeat(32) + "; }");

        assertThat(problems()).containsExactly("ACC-E186 Odd." + "ä".repeat(32));
        assertThat(columns(schema.on("h2"))).contains("ä".repeat(32));
        assertThat(columns(schema.on("postgresql"))).contains("ä".repeat(31));
    }

    private static List<String> columns(Schema schema) {
        return schema.tables().get(0).columns().stream()
                .map(column -> column.name().text())
                .toList();
    }

    @Test
    void h2AloneTakesLongerNames() {
        options = new MappingOptions(
                options.naming(), options.implicitNaming(), options.hibernate(), List.of("h2"), options.settings());

        map(List.of("Odd"), "@Entity class Odd { @Id Long " + "a".repeat(200) + "; Long " + "b".repeat(300) + "; }");

        assertThat(problems()).containsExactly("ACC-E106 Odd." + "b".repeat(300));
    }
}
