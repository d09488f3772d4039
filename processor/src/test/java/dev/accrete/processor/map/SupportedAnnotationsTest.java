package dev.accrete.processor.map;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.persistence.Entity;
import java.io.IOException;
import java.lang.annotation.Target;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.jar.JarFile;
import java.util.stream.Stream;
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

    /** The annotation types of a package and those below it that can stand on something by themselves. */
    private static TreeSet<String> annotations(Class<?> anchor, String folder)
            throws IOException, URISyntaxException, ClassNotFoundException {
        Path jar = Path.of(
                anchor.getProtectionDomain().getCodeSource().getLocation().toURI());
        TreeSet<String> names = new TreeSet<>();
        try (JarFile file = new JarFile(jar.toFile());
                Stream<String> entries = file.stream().map(entry -> entry.getName())) {
            List<String> classes = entries.filter(name -> name.startsWith(folder) && name.endsWith(".class"))
                    .filter(name -> !name.endsWith("-info.class"))
                    .map(name ->
                            name.substring(0, name.length() - ".class".length()).replace('/', '.'))
                    .toList();
            for (String name : classes) {
                Class<?> type = Class.forName(name, false, anchor.getClassLoader());
                Target target = type.getAnnotation(Target.class);
                if (type.isAnnotation() && (target == null || isOnDeclarations(target))) {
                    names.add(type.getCanonicalName());
                }
            }
        }
        return names;
    }

    private static boolean isOnDeclarations(Target target) {
        return Stream.of(target.value()).anyMatch(place -> switch (place) {
            case TYPE, FIELD, METHOD, PACKAGE, ANNOTATION_TYPE, CONSTRUCTOR -> true;
            default -> false;
        });
    }
}
