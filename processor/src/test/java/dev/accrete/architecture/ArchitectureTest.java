package dev.accrete.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The arrows of docs/architecture.md. */
class ArchitectureTest {

    private static JavaClasses house;

    @BeforeAll
    static void readClasses() {
        house = new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .withImportOption(location -> !location.contains("-tests.jar"))
                .importPackages("dev.accrete");
        assertThat(house.stream().map(type -> type.getPackageName()))
                .as("all modules are on the class path")
                .contains(
                        "dev.accrete.annotations",
                        "dev.accrete.schema.model",
                        "dev.accrete.runtime.format",
                        "dev.accrete.processor.map");
    }

    @Test
    void theRuntimeNeedsTheJdkAlone() {
        classes()
                .that()
                .resideInAPackage("dev.accrete.runtime..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage("dev.accrete.runtime..", "java..", "javax.sql..")
                .check(house);
    }

    @Test
    void annotationsNeedTheJdkAlone() {
        classes()
                .that()
                .resideInAPackage("dev.accrete.annotations..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage("dev.accrete.annotations..", "java..")
                .check(house);
    }

    @Test
    void theSchemaKnowsNeitherProcessorNorRuntimeNorJavac() {
        noClasses()
                .that()
                .resideInAPackage("dev.accrete.schema..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "dev.accrete.processor..", "dev.accrete.runtime..", "javax.lang..", "javax.annotation..")
                .check(house);
    }

    @Test
    void onlyTheInspectionTalksToDatabases() {
        noClasses()
                .that()
                .resideInAPackage("dev.accrete.schema..")
                .and()
                .resideOutsideOfPackage("dev.accrete.schema.inspect..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("java.sql..", "javax.sql..")
                .check(house);
    }

    @Test
    void theMiddleOfTheSchemaReadsNoFiles() {
        noClasses()
                .that()
                .resideInAPackage("dev.accrete.schema..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("java.nio.file..")
                .check(house);
    }

    @Test
    void javacStopsAtTheEndsOfTheProcessor() {
        noClasses()
                .that()
                .resideInAnyPackage(
                        "dev.accrete.processor.source..",
                        "dev.accrete.processor.entity..",
                        "dev.accrete.processor.map..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "javax.lang.model.element..", "javax.lang.model.type..", "javax.annotation.processing..")
                .check(house);
    }

    @Test
    void theProcessorUsesTheFileFormatsOfTheRuntimeAlone() {
        noClasses()
                .that()
                .resideInAPackage("dev.accrete.processor..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "dev.accrete.runtime",
                        "dev.accrete.runtime.apply..",
                        "dev.accrete.runtime.history..",
                        "dev.accrete.runtime.jdbc..",
                        "dev.accrete.runtime.platform..")
                .check(house);
    }

    @Test
    void packagesOfTheSchemaHaveNoCycles() {
        slices().matching("dev.accrete.schema.(*)..").should().beFreeOfCycles().check(house);
    }

    @Test
    void packagesOfTheProcessorHaveNoCycles() {
        slices().matching("dev.accrete.processor.(**)")
                .should()
                .beFreeOfCycles()
                .check(house);
    }

    @Test
    void packagesOfTheMappingKnowThoseBelowThemAlone() {
        String mapping = "dev.accrete.processor.map";
        List<String> upwards = List.of(
                mapping + ".hibernate",
                mapping + ".naming",
                mapping + ".annotation",
                mapping + ".context",
                mapping + ".type",
                mapping + ".binding",
                mapping + ".rule",
                mapping + ".validation",
                mapping + ".generator",
                mapping + ".assembly",
                mapping + ".intent",
                mapping);
        for (int each = 0; each < upwards.size() - 1; each++) {
            noClasses()
                    .that()
                    .resideInAPackage(upwards.get(each))
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(
                            upwards.subList(each + 1, upwards.size()).toArray(String[]::new))
                    .check(house);
        }
    }
}
