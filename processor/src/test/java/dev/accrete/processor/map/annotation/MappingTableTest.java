package dev.accrete.processor.map.annotation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.accrete.processor.differential.ModelSources;
import jakarta.persistence.Entity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.hibernate.annotations.Formula;
import org.junit.jupiter.api.Test;

/**
 * The table of annotations in {@code docs/mapping.md} says what the processor does, and nothing is claimed without a model
 * that is compared with Hibernate. {@code -Dmapping.refresh=true} writes the table anew.
 */
class MappingTableTest {

    private static final Path PAGE = Path.of("../docs/mapping.md");
    private static final Path MODELS = Path.of("src/test/resources/models");
    private static final String BEGIN = "<!-- made by MappingTableTest -->\n";

    @Test
    void thePageHasTheTable() throws Exception {
        String page = Files.readString(PAGE);
        String intro = page.substring(0, page.indexOf(BEGIN) + BEGIN.length());
        String expected = intro + table();
        if (Boolean.getBoolean("mapping.refresh")) {
            Files.writeString(PAGE, expected);
        }
        assertThat(Files.readString(PAGE))
                .as("run this test once with -Dmapping.refresh=true and read the difference")
                .isEqualTo(expected);
    }

    @Test
    void whatIsMappedIsComparedWithHibernate() throws Exception {
        Map<String, List<String>> exact = exactModels();
        List<String> claimed = new ArrayList<>();
        for (Class<?> annotation : annotations()) {
            if (SupportedAnnotations.isMapped(annotation.getCanonicalName())
                    && !exact.containsKey(annotation.getCanonicalName())) {
                claimed.add(annotation.getCanonicalName());
            }
        }
        assertThat(claimed).as("mapped, but in no model that is compared").isEmpty();
    }

    private static String table() throws Exception {
        StringBuilder table = new StringBuilder();
        String group = "";
        for (Class<?> annotation : annotations()) {
            String name = annotation.getCanonicalName();
            String packageName = annotation.getPackageName();
            if (!packageName.equals(group)) {
                group = packageName;
                table.append("\n## ").append(group).append("\n| annotation | |\n| --- | --- |\n");
            }
            table.append("| `@")
                    .append(name.substring(packageName.length() + 1))
                    .append("` | ")
                    .append(state(name))
                    .append(" |\n");
        }
        return table.toString();
    }

    private static String state(String name) {
        if (SupportedAnnotations.isMapped(name)) {
            return "mapped";
        }
        return AnnotationsWithoutEffect.NAMES.contains(name) ? "no effect on the schema" : "refused";
    }

    private static List<Class<?>> annotations() throws Exception {
        List<Class<?>> all = new ArrayList<>(MappingAnnotations.in(Entity.class, "jakarta/persistence/"));
        all.addAll(MappingAnnotations.in(Formula.class, "org/hibernate/annotations/"));
        return MappingAnnotations.withoutContainers(all);
    }

    /** By annotation: the models that use it and are not on the list of what is to come. */
    private static Map<String, List<String>> exactModels() throws Exception {
        Set<String> exceptions = exceptions();
        Map<String, List<String>> models = new TreeMap<>();
        Map<String, Pattern> uses = new TreeMap<>();
        for (Class<?> annotation : annotations()) {
            uses.put(
                    annotation.getCanonicalName(),
                    Pattern.compile("@(?:[\\w.]+\\.)?" + simpleName(annotation) + "\\b"));
        }
        for (ModelSources model : ModelSources.below(MODELS)) {
            if (exceptions.contains(model.name())) {
                continue;
            }
            String text = String.join("\n", model.files());
            uses.forEach((name, pattern) -> {
                if (imports(text, name) && pattern.matcher(text).find()) {
                    models.computeIfAbsent(name, none -> new ArrayList<>()).add(model.name());
                }
            });
        }
        return models;
    }

    private static String simpleName(Class<?> annotation) {
        return annotation
                .getCanonicalName()
                .substring(annotation.getPackageName().length() + 1)
                .replace(".", "\\.");
    }

    /** Whether a name means this annotation and not another package's of the same name. */
    private static boolean imports(String text, String name) {
        String outermost = name.replaceFirst("(\\.[A-Z]\\w*)(\\.\\w+)*$", "$1");
        String wildcard = outermost.substring(0, outermost.lastIndexOf('.')) + ".*";
        return text.contains(outermost) || text.contains("import " + wildcard);
    }

    private static Set<String> exceptions() throws IOException {
        Set<String> names = new HashSet<>();
        try (var files = Files.walk(MODELS)) {
            for (Path file :
                    files.filter(each -> each.endsWith("not-yet-supported.txt")).toList()) {
                for (String line : Files.readAllLines(file)) {
                    names.add(file.getParent().getFileName() + "/" + line.split(" ")[0]);
                }
            }
        }
        return names;
    }
}
