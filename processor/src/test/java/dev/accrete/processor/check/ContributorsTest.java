package dev.accrete.processor.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.accrete.processor.testing.Compile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What libraries add to a mapping by being on the class path; their classes are stood for by ones of the same names. */
class ContributorsTest {

    private static final String ITEM =
            "package shop; import jakarta.persistence.*; @Entity public class Item { @Id Long id; %s }";

    @TempDir
    Path temp;

    private Compile compile() {
        return Compile.into(temp.resolve("out")).with("-Aaccrete.dir=" + temp.resolve("migration"));
    }

    private static String script(Compile.Result result, String dialect) {
        assertThat(result.success()).as(result.text()).isTrue();
        return result.resources().entrySet().stream()
                .filter(each -> each.getKey().startsWith("db/draft/" + dialect + "/V"))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElseThrow();
    }

    private void serve(String service, String text) throws IOException {
        Path file = temp.resolve("out/META-INF/services").resolve(service);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    @Test
    void aContributorThatIsNotKnownIsNamedUntilAnOptionSaysThatItIs() throws IOException {
        serve(
                "org.hibernate.boot.model.TypeContributor",
                "# of ours\nshop.Types # money\norg.hibernate.spatial.contributor.SpatialTypeContributor\n");

        String said = compile().sources(ITEM.formatted("")).text();

        assertThat(said)
                .containsOnlyOnce("[ACC-O013]")
                .contains("[ACC-O013] shop.Types: Hibernate runs this TypeContributor");
        assertThat(compile()
                        .with("-Aaccrete.contributors=other.Types, shop.Types")
                        .sources(ITEM.formatted(""))
                        .text())
                .doesNotContain("ACC-O013");
    }

    @Test
    void geometriesHaveTheirTypeWhereHibernateSpatialIs() throws IOException {
        String item = ITEM.formatted("org.locationtech.jts.geom.Point at; @Lob org.locationtech.jts.geom.Point large;"
                + " org.locationtech.jts.geom.LinearRing ring;"
                + " @org.hibernate.annotations.JdbcTypeCode(3250) org.locationtech.jts.geom.Point far;"
                + " @org.hibernate.annotations.JdbcTypeCode(-3) org.locationtech.jts.geom.Point bytes;");
        String point = "package org.locationtech.jts.geom; public class Point implements java.io.Serializable {}";
        String ring = "package org.locationtech.jts.geom; public class LinearRing extends Point {}";
        String spatial = "package org.hibernate.spatial.contributor; public class SpatialTypeContributor {}";

        Compile.Result result = compile().sources(item, point, ring, spatial);

        assertThat(script(result, "postgresql"))
                .contains("at geometry,", "large geometry,", "ring bytea,", "far geography,", "bytes bytea");
        assertThat(script(result, "h2"))
                .contains("at geometry,", "large geometry,", "ring varbinary(255),", "far geometry,");
    }

    @Test
    void withoutItTheyAreSerialized() throws IOException {
        String item = ITEM.formatted("org.locationtech.jts.geom.Point at;");
        String point = "package org.locationtech.jts.geom; public class Point implements java.io.Serializable {}";

        assertThat(script(compile().sources(item, point), "postgresql")).contains("at bytea");
    }

    @Test
    void userTypesOfALibraryReplaceTheTypesOfTheirClasses() throws IOException {
        String item = ITEM.formatted("@Enumerated(EnumType.STRING) java.time.Month since;");
        String period = ITEM.formatted("java.time.Period validity;");
        String library = "package io.hypersistence.utils.hibernate.type; public class HibernateTypesContributor {}";

        assertThat(script(compile().sources(item, library), "postgresql"))
                .contains("since integer,")
                .doesNotContain("CHECK");
        assertThat(compile().sources(period, library).text()).contains("[ACC-E104] Item.validity");
    }

    @Test
    void historiesOfEnversAreRefusedUntilAnOptionSaysThatTheyAreTakenCareOf() throws IOException {
        String item =
                ITEM.replace("@Entity", "@org.hibernate.envers.Audited @Entity").formatted("");
        String envers = "package org.hibernate.envers; public @interface Audited {}";

        assertThat(compile().sources(item, envers).text()).contains("[ACC-E101] Item: Envers makes tables");
        assertThat(compile()
                        .with("-Aaccrete.contributors="
                                + "org.hibernate.envers.boot.internal.AdditionalMappingContributorImpl")
                        .sources(item, envers)
                        .success())
                .isTrue();
    }
}
