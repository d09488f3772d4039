package dev.accrete.processor.map.annotation;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.persistence.Entity;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.hibernate.annotations.ColumnDefault;
import org.junit.jupiter.api.Test;

/**
 * Every annotation of the two mapping packages is mapped, without effect, or refused on purpose; which are refused stands
 * in {@code refused-annotations.txt}.
 */
class SupportedAnnotationsTest {

    private static final Path REFUSED = Path.of("src/test/resources/refused-annotations.txt");

    @Test
    void everyAnnotationOfTheTwoPackagesIsOnOneList() throws Exception {
        TreeSet<String> open = new TreeSet<>();
        open.addAll(annotations(Entity.class, "jakarta/persistence/"));
        open.addAll(annotations(ColumnDefault.class, "org/hibernate/annotations/"));
        assertThat(open).hasSizeGreaterThan(250);

        open.removeIf(SupportedAnnotations::isMapped);
        open.removeAll(AnnotationsWithoutEffect.NAMES);

        assertThat(open)
                .as("what is refused; one that is mapped now loses its line in " + REFUSED)
                .isEqualTo(new TreeSet<>(Files.readAllLines(REFUSED)));
    }

    @Test
    void whatIsWithoutEffectExistsAndIsNotMapped() throws Exception {
        TreeSet<String> all = annotations(Entity.class, "jakarta/persistence/");
        all.addAll(annotations(ColumnDefault.class, "org/hibernate/annotations/"));

        assertThat(all).containsAll(AnnotationsWithoutEffect.NAMES);
        assertThat(AnnotationsWithoutEffect.NAMES).noneMatch(SupportedAnnotations::isMapped);
    }

    private static TreeSet<String> annotations(Class<?> anchor, String folder) throws Exception {
        return MappingAnnotations.in(anchor, folder).stream()
                .map(Class::getCanonicalName)
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
