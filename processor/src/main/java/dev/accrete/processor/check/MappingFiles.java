package dev.accrete.processor.check;

import dev.accrete.processor.report.Problems;
import dev.accrete.processor.report.ProcessorCode;
import dev.accrete.processor.source.Place;
import dev.accrete.processor.write.ClassOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Looks for XML that maps classes besides their annotations. It is not read: the source of a model is one place, which the
 * compiler sees and a diagnostic can point to. So what could override it is named, and never passed over in silence.
 *
 * @implNote Sources: JPA 3.2, 8.2.1.6 (mapping files of a persistence unit) and 12 (their content). Build tools copy
 *     resources to the class output before they compile.
 */
public final class MappingFiles {

    static final String PERSISTENCE = "META-INF/persistence.xml";
    private static final String DEFAULT = "META-INF/orm.xml";

    /** What a mapping file may hold without any effect on the schema. */
    private static final Set<String> WITHOUT_EFFECT = Set.of(
            "description",
            "named-query",
            "named-native-query",
            "named-stored-procedure-query",
            "sql-result-set-mapping",
            "filter-def",
            "fetch-profile");

    private final ClassOutput output;
    private final Problems problems;

    private MappingFiles(ClassOutput output, Problems problems) {
        this.output = output;
        this.problems = problems;
    }

    /** Reports the mapping files of a class output that could change the schema. */
    public static void check(ClassOutput output, Problems problems) throws IOException {
        MappingFiles files = new MappingFiles(output, problems);
        Set<String> paths = new LinkedHashSet<>(List.of(DEFAULT));
        for (String name : files.texts(PERSISTENCE, "mapping-file")) {
            paths.add(name.startsWith("/") ? name.substring(1) : name);
        }
        for (String path : paths) {
            files.checkFile(path);
        }
    }

    private void checkFile(String path) throws IOException {
        List<String> elements = new ArrayList<>(elements(path));
        elements.removeAll(WITHOUT_EFFECT);
        if (!elements.isEmpty()) {
            problems.add(
                    ProcessorCode.MAPPING_FILE,
                    Place.NOWHERE,
                    path,
                    "it has <" + String.join(">, <", elements)
                            + ">, which Hibernate reads and Accrete does not; the schema may differ from what Hibernate"
                            + " expects",
                    "state in annotations what the file says, and take it out of the file");
        }
    }

    /** The names of the elements right below the root. */
    private Set<String> elements(String path) throws IOException {
        Set<String> names = new LinkedHashSet<>();
        XmlFile.read(output, path, problems, (reader, depth) -> {
            if (depth == 2) {
                names.add(reader.getLocalName());
            }
        });
        return names;
    }

    private List<String> texts(String path, String element) throws IOException {
        List<String> texts = new ArrayList<>();
        XmlFile.read(output, path, problems, (reader, depth) -> {
            if (depth == 3 && reader.getLocalName().equals(element)) {
                texts.add(reader.getElementText().strip());
            }
        });
        return texts;
    }
}
