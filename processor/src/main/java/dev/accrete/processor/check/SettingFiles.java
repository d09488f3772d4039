package dev.accrete.processor.check;

import dev.accrete.processor.report.Problems;
import dev.accrete.processor.report.ProcessorCode;
import dev.accrete.processor.source.Place;
import dev.accrete.processor.write.ClassOutput;
import java.io.IOException;
import java.io.StringReader;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Properties;
import java.util.TreeSet;

/**
 * Compares the settings of Hibernate in files that an application starts with to the options of the compile. Options alone
 * count, so that a compile depends on nothing that it does not name; what differs would make another schema in silence.
 *
 * @implNote Sources: JPA 3.2, 8.2.1.9 (properties of a persistence unit); Hibernate's user guide (hibernate.properties);
 *     Spring Boot's common application properties (spring.jpa). YAML is not read, nor are values with placeholders.
 */
public final class SettingFiles {

    private static final String SPRING = "spring.jpa.properties.";

    private final ClassOutput output;
    private final Map<String, String> options;
    private final Problems problems;

    private SettingFiles(ClassOutput output, Map<String, String> options, Problems problems) {
        this.output = output;
        this.options = options;
        this.problems = problems;
    }

    /**
     * Reports each setting in a class output that the options do not repeat.
     *
     * @param options those that are given or have a value by default, without their prefix
     */
    public static void check(ClassOutput output, Map<String, String> options, Problems problems) throws IOException {
        SettingFiles files = new SettingFiles(output, options, problems);
        files.compare(MappingFiles.PERSISTENCE, files.ofPersistenceUnits());
        files.compare("hibernate.properties", files.properties("hibernate.properties"));
        files.compare("application.properties", files.ofSpring());
    }

    private Map<String, String> ofPersistenceUnits() throws IOException {
        Map<String, String> settings = new LinkedHashMap<>();
        XmlFile.read(output, MappingFiles.PERSISTENCE, new Problems(), (reader, depth) -> {
            if (depth == 4 && reader.getLocalName().equals("property")) {
                settings.put(
                        String.valueOf(reader.getAttributeValue(null, "name")),
                        String.valueOf(reader.getAttributeValue(null, "value")));
            } else if (depth == 3 && reader.getLocalName().equals("validation-mode")) {
                settings.put("jakarta.persistence.validation.mode", reader.getElementText());
            }
        });
        return settings;
    }

    private Map<String, String> ofSpring() throws IOException {
        Map<String, String> settings = new LinkedHashMap<>();
        properties("application.properties").forEach((name, value) -> {
            if (name.startsWith(SPRING)) {
                settings.put(name.substring(SPRING.length()), value);
            } else if (name.equals("spring.jpa.hibernate.naming.physical-strategy")) {
                settings.put("hibernate.physical_naming_strategy", value);
            } else if (name.equals("spring.jpa.hibernate.naming.implicit-strategy")) {
                settings.put("hibernate.implicit_naming_strategy", value);
            }
        });
        return settings;
    }

    private Map<String, String> properties(String path) throws IOException {
        Properties properties = new Properties();
        try {
            properties.load(new StringReader(output.read(path).orElse("")));
        } catch (IllegalArgumentException e) {
            // A malformed escape; whoever starts with the file says so.
            return Map.of();
        }
        Map<String, String> sorted = new LinkedHashMap<>();
        for (String name : new TreeSet<>(properties.stringPropertyNames())) {
            sorted.put(name, properties.getProperty(name));
        }
        return sorted;
    }

    private void compare(String path, Map<String, String> settings) {
        for (HibernateSetting setting : HibernateSetting.ALL) {
            String value = settings.get(setting.name());
            if (value != null && !value.isBlank() && !value.contains("${")) {
                compare(path, setting, value);
            }
        }
    }

    private void compare(String path, HibernateSetting setting, String value) {
        String wanted = setting.optionValue(value);
        String present = setting.option()
                .map(option -> HibernateSetting.lower(options.getOrDefault(option, setting.otherwise())))
                .orElse(setting.otherwise());
        boolean refined = wanted.equals("all") && present.equals("all_but_definitions");
        if (wanted.equals(present) || refined) {
            return;
        }
        problems.add(
                ProcessorCode.SETTING_FILE,
                Place.NOWHERE,
                path,
                "it sets " + setting.name() + "=" + value.strip()
                        + setting.option()
                                .map(option -> ", and accrete." + option + " is "
                                        + (present.isEmpty() ? "not given" : present))
                                .orElse(", for which there is no option")
                        + "; the schema may differ from what Hibernate expects",
                setting.option()
                        .map(option -> "compile with -Aaccrete." + option + "=" + wanted + ", or take the setting out")
                        .orElse("take the setting out"));
    }
}
