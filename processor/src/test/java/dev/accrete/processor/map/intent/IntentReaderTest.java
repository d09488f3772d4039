package dev.accrete.processor.map.intent;

import static org.assertj.core.api.Assertions.assertThat;

import dev.accrete.processor.map.SchemaMapper;
import dev.accrete.processor.map.hibernate.MappingOptions;
import dev.accrete.processor.report.Problems;
import dev.accrete.processor.source.ClassDetails;
import dev.accrete.processor.source.Evaluation;
import dev.accrete.processor.testing.Sources;
import dev.accrete.schema.diff.Intents;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class IntentReaderTest {

    private static final String HEAD =
            "package shop;\nimport jakarta.persistence.*;\nimport dev.accrete.annotations.*;\n";

    private final Problems problems = new Problems();

    private Intents intents(List<String> classes, String source) {
        AtomicReference<Intents> intents = new AtomicReference<>();
        Sources.of(HEAD + source).read(found -> {
            List<ClassDetails> managed = new ArrayList<>();
            classes.forEach(name -> managed.add(found.find("shop." + name).orElseThrow()));
            intents.set(SchemaMapper.map(managed, found, Evaluation.none(), MappingOptions.defaults(), problems)
                    .intents());
        });
        return intents.get();
    }

    @Test
    void annotationsOfAClassSpeakOfItsTableAndItsColumns() {
        Intents intents = intents(List.of("Person"), """
                @Entity @Table(name = "users") @RenamedFrom("crm.people") @Managed(adopt = true)
                @DropColumn("a") @DropColumn("b") @KeepColumn("c") @DropTable("logs") @DropTable("old.logs")
                class Person { @Id Long id; }
                """);

        assertThat(problems.all()).isEmpty();
        assertThat(intents.tableRenames())
                .extracting(rename -> rename.table() + " from " + rename.formerName() + " at " + rename.origin())
                .containsExactly("users from crm.people at Origin[className=shop.Person, attribute=]");
        assertThat(intents.adoptions())
                .extracting(adoption -> adoption.table().toString())
                .containsExactly("users");
        assertThat(intents.columnDrops())
                .extracting(drop -> drop.table() + "." + drop.column())
                .containsExactly("users.a", "users.b");
        assertThat(intents.columnKeeps())
                .extracting(keep -> keep.table() + "." + keep.column())
                .containsExactly("users.c");
        assertThat(intents.tableDrops())
                .extracting(drop -> drop.table().toString())
                .containsExactly("logs", "old.logs");
    }

    @Test
    void rowsOfATableNameColumnsThatItHas() {
        Intents intents = intents(List.of("Person", "Guest"), """
                @Entity @Backfill("(id, nmae) select id, name from Guest") class Person { @Id Long id; String name; }
                @Entity @Backfill("(ID, Name) select 1, 'x'") class Guest { @Id Long id; String name; }
                """);

        assertThat(problems.all())
                .extracting(problem -> problem.code().id() + " " + problem.message() + ": " + problem.fix())
                .containsExactly("ACC-E111 no attribute maps the column nmae of Person:"
                        + " name the columns that get values as they stand in the database: id, name");
        assertThat(intents.rows()).extracting(rows -> rows.table().toString()).containsExactly("Guest");
    }

    /** With property access Hibernate sees no annotation of a record's components; what ours say is not for it. */
    @Test
    void annotationsOfARecordsComponentsCountWhateverTheAccess() {
        for (String owner : List.of("@Id long id; Price price;", """
                private long id; private Price price;
                @Id public long getId() { return id; }
                public void setId(long id) { this.id = id; }
                public Price getPrice() { return price; }
                public void setPrice(Price price) { this.price = price; }
                """)) {
            Intents intents = intents(List.of("Item"), """
                    @Embeddable record Price(@Using("cast(amount as bigint)") long amount, @RenamedFrom("cur") String currency) { }
                    @Entity class Item {
                    %s
                    }
                    """.formatted(owner));

            assertThat(problems.all()).isEmpty();
            assertThat(intents.usings()).extracting(Intents.Using::sql).containsExactly("cast(amount as bigint)");
            assertThat(intents.columnRenames())
                    .extracting(rename -> rename.table() + "." + rename.column())
                    .containsExactly("Item.currency");
        }
    }

    @Test
    void annotationsOfAMappedSuperclassSpeakOfEachTableOfItsEntitiesAndAreOneStatement() {
        Intents intents = intents(List.of("Cat", "Dog"), """
                @MappedSuperclass @DropColumn("nick") @KeepColumn("chip")
                class Pet { @Id Long id; @RenamedFrom("called") String name; }
                @Entity class Cat extends Pet { }
                @Entity class Dog extends Pet { }
                """);

        assertThat(problems.all()).isEmpty();
        assertThat(intents.columnDrops())
                .extracting(drop -> drop.table() + "." + drop.column() + " at "
                        + drop.origin().shortText())
                .containsExactly("Cat.nick at Pet", "Dog.nick at Pet");
        assertThat(intents.columnKeeps())
                .extracting(keep -> keep.table() + "." + keep.column() + " at "
                        + keep.origin().shortText())
                .containsExactly("Cat.chip at Pet", "Dog.chip at Pet");
        assertThat(intents.columnRenames())
                .extracting(rename -> rename.table() + "." + rename.column() + " at "
                        + rename.origin().shortText())
                .containsExactly("Cat.name at Pet.name", "Dog.name at Pet.name");
    }

    @Test
    void annotationsThatNothingReadsAreReported() {
        intents(List.of("Person", "Pupil"), """
                @Embeddable @DropColumn("zip") class Address { String street; }
                @MappedSuperclass @RenamedFrom("people") class Named {
                    @Id Long id;
                    @RenamedFrom("called") private String name;
                    public String getName() { return name; }
                    @Backfill("1") static int count;
                    @Using("lower(nick)") transient String nick;
                }
                @Entity class Person extends Named { Address address; }
                @Entity class Pupil {
                    private Long id;
                    @Id public Long getId() { return id; }
                    public void setId(Long id) { this.id = id; }
                    @RenamedFrom("rank") private int grade;
                    public int getGrade() { return grade; }
                    public void setGrade(int grade) { this.grade = grade; }
                }
                """);

        assertThat(problems.all())
                .extracting(problem ->
                        problem.code().id() + " " + problem.subject() + ": " + problem.message() + "; " + problem.fix())
                .containsExactlyInAnyOrder(
                        "ACC-E126 Address: nothing reads @DropColumn here, because an embeddable has no table;"
                                + " move it to the classes whose tables have the column",
                        "ACC-E126 Named: nothing reads @RenamedFrom here, because a mapped superclass has no table;"
                                + " move it to the attribute that has the column, or to a class with a table",
                        "ACC-E126 Named.count: nothing reads @Backfill here, because it maps no attribute;"
                                + " move it to an attribute, or take it away",
                        "ACC-E126 Named.nick: nothing reads @Using here, because it maps no attribute;"
                                + " move it to an attribute, or take it away",
                        "ACC-E126 Pupil.grade: nothing reads @RenamedFrom here, because Pupil.getGrade() maps the"
                                + " attribute; move it to Pupil.getGrade()");
    }

    @Test
    void aMappedSuperclassMayHaveItsAttributesByFieldsHereAndByGettersThere() {
        Intents intents = intents(List.of("Cat", "Dog"), """
                @MappedSuperclass class Named {
                    @RenamedFrom("called") private String name;
                    public String getName() { return name; }
                    public void setName(String name) { this.name = name; }
                }
                @Entity class Cat extends Named { @Id Long id; }
                @Entity class Dog extends Named {
                    private Long id;
                    @Id public Long getId() { return id; }
                    public void setId(Long id) { this.id = id; }
                }
                """);

        assertThat(problems.all()).isEmpty();
        assertThat(intents.columnRenames())
                .extracting(rename -> rename.table().toString())
                .containsExactly("Cat");
    }

    @Test
    void annotationsOfAnAttributeSpeakOfItsColumnInsideEmbeddablesToo() {
        Intents intents = intents(List.of("Person"), """
                @Embeddable class Address { @RenamedFrom("post_code") String zip; }
                @Entity class Person { @Id Long id;
                    @RenamedFrom("name") @Column(name = "full_name") String fullName;
                    @Backfill("now()") java.time.Instant joined;
                    @Using("cast(age as integer)") int age;
                    @RenamedFrom("boss") @ManyToOne Person chief;
                    @Embedded Address address; }
                """);

        assertThat(problems.all()).isEmpty();
        assertThat(intents.columnRenames())
                .extracting(rename -> rename.column() + " from " + rename.formerName())
                .containsExactly("full_name from name", "chief_id from boss", "zip from post_code");
        assertThat(intents.backfills())
                .extracting(backfill -> backfill.column() + " = " + backfill.sql())
                .containsExactly("joined = now()");
        assertThat(intents.usings())
                .extracting(using -> using.column() + " = " + using.sql())
                .containsExactly("age = cast(age as integer)");
    }

    @Test
    void anIntentOnACollectionSpeaksOfItsTableOrItsColumnInAnother() {
        Intents intents = intents(List.of("Person"), """
                @Embeddable class Phone { @RenamedFrom("nr") String number; }
                @Entity class Person { @Id Long id;
                    @ManyToMany @RenamedFrom("crm.person_friend") java.util.Set<Person> friends;
                    @ElementCollection @RenamedFrom("nicks") java.util.Set<String> nicknames;
                    @ElementCollection java.util.List<Phone> phones;
                    @OneToMany @JoinColumn(name = "boss") @RenamedFrom("chief") java.util.List<Person> staff; }
                """);

        assertThat(problems.all()).isEmpty();
        assertThat(intents.tableRenames())
                .extracting(rename -> rename.table() + " from " + rename.formerName())
                .containsExactly("Person_Person from crm.person_friend", "Person_nicknames from nicks");
        assertThat(intents.columnRenames())
                .extracting(rename -> rename.table() + "." + rename.column() + " from " + rename.formerName())
                .containsExactly("Person_phones.number from nr", "Person.boss from chief");
    }

    @Test
    void anIntentInTheKeysOfAMapSpeaksOfTheirColumnWhereverTheMapIs() {
        Intents intents = intents(List.of("Person"), """
                @Embeddable class Place { @RenamedFrom("nr") @Backfill("0") int number; }
                @Entity class Person { @Id Long id;
                    @ElementCollection java.util.Map<Place, String> notes;
                    @OneToMany java.util.Map<Place, Person> friends;
                    @OneToMany @JoinColumn(name = "boss") java.util.Map<Place, Person> staff;
                    @ManyToMany(mappedBy = "fans") @MapKey(name = "id") java.util.Map<Long, Person> stars;
                    @ManyToMany @JoinTable(name = "fan") java.util.Set<Person> fans; }
                """);

        assertThat(problems.all()).isEmpty();
        assertThat(intents.columnRenames())
                .extracting(rename -> rename.table() + "." + rename.column())
                .containsExactly("Person_notes.number", "Person_Person.number", "Person.number");
        assertThat(intents.backfills()).hasSize(3);
    }

    @Test
    void anIntentInASuperclassOfClassesThatShareTheColumnIsStatedOnce() {
        Intents intents = intents(List.of("Task", "Pull", "Push"), """
                @MappedSuperclass abstract class Provisioning extends Task { @Using("done <> 0") boolean done; }
                @Entity abstract class Task { @Id Long id; }
                @Entity class Pull extends Provisioning {}
                @Entity class Push extends Provisioning {}
                """);

        assertThat(problems.all()).isEmpty();
        assertThat(intents.usings())
                .extracting(using -> using.table() + "." + using.column())
                .containsExactly("Task.done");
    }

    @Test
    void anIntentMayNameItsColumnOrTable() {
        Intents intents = intents(List.of("Person", "Boss"), """
                @Embeddable class Address { String zip; String city; }
                @Entity @SecondaryTable(name = "note") @Inheritance
                @Backfill(column = "DTYPE", value = "'Person'") @Backfill(table = "note", value = "(id) select id from Person")
                @Using(column = "tags.tag", value = "lower(tag)") @RenamedFrom(column = "note.remark", value = "remarks")
                class Person { @Id Long id;
                    @Column(table = "note") String remark;
                    @RenamedFrom(column = "zip", value = "code") @RenamedFrom(column = "city", value = "town")
                    @Embedded Address address;
                    @ElementCollection @CollectionTable(name = "tags") @Column(name = "tag")
                    @Backfill(column = "tag", value = "''") @Backfill("(Person_id, tag) select id, tag from Person")
                    java.util.Set<String> tags; }
                @Entity class Boss extends Person {}
                """);

        assertThat(problems.all()).isEmpty();
        assertThat(intents.backfills())
                .extracting(backfill -> backfill.table() + "." + backfill.column() + " = " + backfill.sql())
                .containsExactly("Person.DTYPE = 'Person'", "tags.tag = ''");
        assertThat(intents.rows())
                .extracting(rows -> rows.table() + " " + rows.sql())
                .containsExactly("note (id) select id from Person", "tags (Person_id, tag) select id, tag from Person");
        assertThat(intents.usings())
                .extracting(using -> using.table() + "." + using.column())
                .containsExactly("tags.tag");
        assertThat(intents.columnRenames())
                .extracting(rename -> rename.table() + "." + rename.column() + " from " + rename.formerName())
                .containsExactly("note.remark from remarks", "Person.zip from code", "Person.city from town");
    }

    @Test
    void anIntentMayNameAColumnThatOneDatabaseHas() {
        Intents intents = intents(List.of("Person"), """
                @Entity class Person { @Id Long id;
                    @RenamedFrom(column = "seen_tz", value = "met_tz")
                    @org.hibernate.annotations.TimeZoneStorage(org.hibernate.annotations.TimeZoneStorageType.AUTO)
                    java.time.ZonedDateTime seen; }
                """);

        assertThat(problems.all()).isEmpty();
        assertThat(intents.columnRenames())
                .extracting(rename -> rename.column() + " from " + rename.formerName())
                .containsExactly("seen_tz from met_tz");
    }

    @Test
    void anIntentNamesAQuotedColumnWithoutQuotes() {
        Intents intents = intents(List.of("Mapper"), """
                @Entity class Mapper { @Id Long id;
                    @ElementCollection @MapKeyColumn(name = "name") @Column(name = "`VALUE`")
                    @RenamedFrom(column = "VALUE", value = "text")
                    java.util.Map<String, String> config; }
                """);

        assertThat(problems.all()).isEmpty();
        assertThat(intents.columnRenames())
                .extracting(rename -> rename.table() + "." + rename.column() + " from " + rename.formerName())
                .containsExactly("Mapper_config.\"VALUE\" from text");
    }

    @Test
    void anIntentOnAnAttributeOfASuperclassSpeaksOfTheTablesThatRepeatIt() {
        Intents intents = intents(List.of("Shape", "Circle", "Square"), """
                @Entity @Inheritance(strategy = InheritanceType.TABLE_PER_CLASS)
                abstract class Shape { @Id Long id; @RenamedFrom("colour") String color; }
                @Entity class Circle extends Shape {}
                @Entity class Square extends Shape {}
                """);

        assertThat(problems.all()).isEmpty();
        assertThat(intents.columnRenames())
                .extracting(rename -> rename.table() + "." + rename.column() + " from " + rename.formerName())
                .containsExactlyInAnyOrder("Circle.color from colour", "Square.color from colour");
    }

    @Test
    void whatFollowsFromTheMappingIsImplied() {
        Intents intents = intents(List.of("Person"), """
                @Entity @org.hibernate.annotations.SoftDelete
                class Person { @Id Long id;
                    @ElementCollection @OrderColumn(name = "pos") java.util.List<String> names; }
                """);

        assertThat(problems.all()).isEmpty();
        assertThat(intents.implied().values())
                .extracting(value -> value.column() + " = " + value.sql())
                .contains("deleted = false");
        assertThat(intents.implied().positions())
                .extracting(each -> each.table() + "." + each.column() + " within " + each.owner())
                .containsExactly("Person_names.pos within [Person_id]");
    }

    @Test
    void tablesOfSomebodyElseAreKnown() {
        Intents intents = intents(List.of("Person", "Theirs"), """
                @Entity class Person { @Id Long id; }
                @Entity @Managed(false) class Theirs { @Id Long id;
                    @ElementCollection java.util.Set<String> names; }
                """);

        assertThat(intents.implied().foreign())
                .extracting(Object::toString)
                .containsExactlyInAnyOrder("Theirs", "Theirs_names");
    }

    @Test
    void anIntentThatNamesNoColumnIsRefused() {
        intents(List.of("Person"), """
                @Entity @Backfill("0") @Using("1") @Backfill(column = "nowhere", value = "0")
                class Person { @Id Long id; }
                """);

        assertThat(problems.all())
                .extracting(problem -> problem.code().id())
                .containsExactlyInAnyOrder("ACC-E126", "ACC-E111", "ACC-E101");
    }

    @Test
    void anIntentOnARelationSpeaksOfTheColumnThatNoOtherAttributeHas() {
        Intents intents = intents(List.of("Document", "Link"), """
                class Key implements java.io.Serializable { Long id; int part; }
                @Entity @IdClass(Key.class) class Document { @Id Long id; @Id int part; }
                @Entity @IdClass(Key.class) class Link { @Id Long id; @Id int part;
                    @ManyToOne @Using("old")
                    @JoinColumn(name = "source_id", referencedColumnName = "id", insertable = false, updatable = false)
                    @JoinColumn(name = "part", referencedColumnName = "part", insertable = false, updatable = false)
                    Document source; }
                """);

        assertThat(problems.all()).isEmpty();
        assertThat(intents.usings())
                .extracting(using -> using.table() + "." + using.column())
                .containsExactly("Link.source_id");
    }

    @Test
    void anIntentOnAnAttributeWithoutOneColumnIsRefused() {
        Intents intents = intents(List.of("Person"), """
                @Embeddable class Address { String zip; String city; }
                @Entity class Person { @Id Long id;
                    @OneToMany(mappedBy = "chief") @RenamedFrom("staff") java.util.List<Person> team;
                    @ManyToOne Person chief;
                    @Embedded @Backfill("''") Address address; }
                """);

        assertThat(problems.all())
                .extracting(problem -> problem.code().id() + " " + problem.subject())
                .containsExactly("ACC-E101 Person.team", "ACC-E101 Person.address");
        assertThat(intents).isEqualTo(Intents.none());
    }
}
