package dev.accrete.processor.differential;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A model as data, so that parts of it can be left out.
 *
 * @param settings comments above the text that state options and settings
 * @param types its classes, in the order of the text
 */
record GeneratedModel(List<String> settings, List<Type> types) {

    /** What the models use of Hibernate's annotations. */
    private static final List<String> HIBERNATE = List.of(
            "Any",
            "AnyDiscriminatorValue",
            "AnyKeyJavaClass",
            "Check",
            "CollectionId",
            "ColumnDefault",
            "Comment",
            "CreationTimestamp",
            "Formula",
            "JdbcTypeCode",
            "ManyToAny",
            "NaturalId",
            "NotFound",
            "NotFoundAction",
            "OnDelete",
            "OnDeleteAction",
            "SoftDelete",
            "TenantId",
            "TimeZoneStorage",
            "TimeZoneStorageType",
            "UpdateTimestamp");

    GeneratedModel {
        settings = List.copyOf(settings);
        types = List.copyOf(types);
    }

    GeneratedModel(List<Type> types) {
        this(List.of(), types);
    }

    /**
     * A class or an enum.
     *
     * @param annotations without their line ends
     * @param header the declaration up to the brace
     * @param properties whether the attributes' annotations stand on getters
     * @param attributes its attributes
     * @param rest other members, as text
     */
    record Type(List<String> annotations, String header, boolean properties, List<Attribute> attributes, String rest) {

        Type {
            annotations = List.copyOf(annotations);
            attributes = List.copyOf(attributes);
        }

        private String text() {
            return Stream.concat(annotations.stream(), Stream.of(header + " {")).collect(Collectors.joining("\n"))
                    + "\n"
                    + attributes.stream()
                            .map(attribute -> properties ? attribute.property() : attribute.field())
                            .collect(Collectors.joining())
                    + (rest.isEmpty() ? "" : "    " + rest + "\n")
                    + "}\n";
        }

        private Type with(List<String> otherAnnotations, List<Attribute> otherAttributes) {
            return new Type(otherAnnotations, header, properties, otherAttributes, rest);
        }
    }

    /**
     * An attribute.
     *
     * @param annotations what stands on it
     * @param type its Java type
     * @param name its name
     */
    record Attribute(List<String> annotations, String type, String name) {

        Attribute {
            annotations = List.copyOf(annotations);
        }

        private String annotated() {
            return annotations.stream().map(each -> each + " ").collect(Collectors.joining());
        }

        private String field() {
            return "    " + annotated() + type + " " + name + ";\n";
        }

        private String property() {
            String suffix = name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
            return "    private " + type + " " + name + ";\n"
                    + "    " + annotated() + "public " + type + " get" + suffix + "() { return " + name + "; }\n"
                    + "    public void set" + suffix + "(" + type + " v) { " + name + " = v; }\n";
        }
    }

    /** The text of the one file. */
    String text() {
        return settings.stream().map(each -> each + "\n").collect(Collectors.joining())
                + "package model;\n\n"
                + "import jakarta.persistence.*;\nimport jakarta.validation.Valid;\nimport jakarta.validation.constraints.*;\n"
                + "import java.io.Serializable;\nimport java.math.*;\nimport java.time.*;\nimport java.util.*;\n"
                + HIBERNATE.stream()
                        .map(name -> "import org.hibernate.annotations." + name + ";\n")
                        .collect(Collectors.joining())
                + "import org.hibernate.type.SqlTypes;\n\n"
                + types.stream().map(Type::text).collect(Collectors.joining("\n"));
    }

    ModelSources sources(String name) {
        return new ModelSources(name, List.of(text()));
    }

    /** The model with one thing less, in every way; bigger things first. */
    List<GeneratedModel> smaller() {
        List<GeneratedModel> smaller = new ArrayList<>();
        for (int i = 0; i < settings.size(); i++) {
            smaller.add(new GeneratedModel(without(settings, i), types));
        }
        for (int i = 0; i < types.size(); i++) {
            smaller.add(new GeneratedModel(settings, without(types, i)));
        }
        for (int i = 0; i < types.size(); i++) {
            for (int a = 0; a < types.get(i).attributes().size(); a++) {
                smaller.add(replaced(
                        i,
                        types.get(i)
                                .with(
                                        types.get(i).annotations(),
                                        without(types.get(i).attributes(), a))));
            }
        }
        for (int i = 0; i < types.size(); i++) {
            Type type = types.get(i);
            for (int a = 0; a < type.annotations().size(); a++) {
                smaller.add(replaced(i, type.with(without(type.annotations(), a), type.attributes())));
            }
            for (int a = 0; a < type.attributes().size(); a++) {
                Attribute attribute = type.attributes().get(a);
                for (int n = 0; n < attribute.annotations().size(); n++) {
                    List<Attribute> attributes = new ArrayList<>(type.attributes());
                    attributes.set(
                            a, new Attribute(without(attribute.annotations(), n), attribute.type(), attribute.name()));
                    smaller.add(replaced(i, type.with(type.annotations(), attributes)));
                }
            }
        }
        return smaller;
    }

    private GeneratedModel replaced(int index, Type type) {
        List<Type> others = new ArrayList<>(types);
        others.set(index, type);
        return new GeneratedModel(settings, others);
    }

    private static <T> List<T> without(List<T> list, int index) {
        List<T> others = new ArrayList<>(list);
        others.remove(index);
        return others;
    }
}
