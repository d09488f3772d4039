package dev.accrete.processor.map;

import static org.assertj.core.api.Assertions.assertThat;

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
