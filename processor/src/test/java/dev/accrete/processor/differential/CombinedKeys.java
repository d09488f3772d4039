package dev.accrete.processor.differential;

import dev.accrete.processor.differential.GeneratedModel.Attribute;
import dev.accrete.processor.differential.GeneratedModel.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Makes the identifiers of {@link CombinationGenerator}: simple, composite in every form, inherited from mapped
 * superclasses.
 */
final class CombinedKeys {

    private static final List<String> SIMPLE = List.of("Long", "Long", "Integer", "String", "UUID", "LocalDate");

    private final Dice dice;
    private final List<Type> types;
    private final List<CombinedEntity> entities;
    private final CombinedAttributes attributes;
    private final boolean properties;

    CombinedKeys(
            Dice dice,
            List<Type> types,
            List<CombinedEntity> entities,
            CombinedAttributes attributes,
            boolean properties) {
        this.dice = dice;
        this.types = types;
        this.entities = entities;
        this.attributes = attributes;
        this.properties = properties;
    }

    /**
     * A part of a composite key.
     *
     * @param columns the logical names of its columns
     * @param types the Java types behind them
     */
    private record Part(Attribute attribute, List<String> columns, List<String> types) {

        String path(String key) {
            return key + attribute.name();
        }
    }

    /** Gives an entity that depends on none a key. */
    void ofRoot(CombinedEntity root) {
        switch (dice.below(10)) {
            case 0, 1 -> embedded(root);
            case 2 -> idClass(root);
            case 3 -> superclass(root);
            case 4 -> superclassWithCompositeKey(root);
            default -> simple(root);
        }
    }

    /** An embeddable, now and then a record, one with a mapped superclass, or one that is read otherwise than its owner. */
    Type embeddable(String name, List<Attribute> all) {
        if (all.size() > 1 && dice.once(4)) {
            return extending(name, all);
        }
        return dice.once(6)
                ? read(List.of("@Embeddable"), "class " + name + " implements Serializable", !properties, all)
                : value(List.of("@Embeddable"), name, all);
    }

    private Type extending(String name, List<Attribute> all) {
        String above = dice.name("Above");
        int split = 1 + dice.below(all.size() - 1);
        List<Attribute> inherited = new ArrayList<>(all.subList(0, split));
        Attribute first = inherited.get(0);
        boolean generic = Character.isUpperCase(first.type().charAt(0)) && dice.once(2);
        if (generic) {
            inherited.set(0, new Attribute(first.annotations(), "T", first.name()));
        }
        boolean getters = dice.once(6) != properties;
        types.add(read(
                List.of("@MappedSuperclass"),
                "abstract class " + above + (generic ? "<T>" : "") + " implements Serializable",
                getters,
                inherited));
        return read(
                List.of("@Embeddable"),
                "class " + name + " extends " + above + (generic ? "<" + first.type() + ">" : ""),
                getters,
                all.subList(split, all.size()));
    }

    /** A class that says how it is read where that is not as the entities are. */
    private Type read(List<String> annotations, String header, boolean getters, List<Attribute> all) {
        List<String> stated = new ArrayList<>(annotations);
        if (getters != properties) {
            stated.add("@Access(AccessType." + (getters ? "PROPERTY" : "FIELD") + ")");
        }
        return new Type(stated, header, getters, all, equality());
    }

    /** Hibernate fails on records whose annotations it should find on getters. */
    private Type value(List<String> annotations, String name, List<Attribute> all) {
        if (properties || !dice.once(4)) {
            return new Type(annotations, "class " + name + " implements Serializable", properties, all, equality());
        }
        String components = all.stream()
                .map(each -> each.annotations().stream()
                                .map(annotation -> annotation + " ")
                                .collect(Collectors.joining())
                        + each.type() + " " + each.name())
                .collect(Collectors.joining(", "));
        return new Type(
                annotations, "record " + name + "(" + components + ") implements Serializable", false, List.of(), "");
    }

    private static String equality() {
        return "public boolean equals(Object o) { return this == o; } public int hashCode() { return 1; }";
    }

    private void simple(CombinedEntity entity) {
        entity.keyType = dice.pick(SIMPLE);
        List<String> annotations = new ArrayList<>(List.of("@Id"));
        if (entity.keyType.equals("Long")) {
            annotations.add(dice.pick(
                    "@GeneratedValue",
                    "@GeneratedValue(strategy = GenerationType.IDENTITY)",
                    "@GeneratedValue(strategy = GenerationType.TABLE)"));
        }
        String column = "id";
        if (dice.once(3)) {
            column = quoted(dice.name("theId"));
            annotations.add("@Column(name = \"" + column + "\""
                    + (entity.keyType.equals("String") ? ", length = 12" : "") + ")");
        }
        entity.addKey(column, entity.keyType);
        entity.attributes.add(new Attribute(annotations, entity.keyType, "id"));
    }

    /** The name, quoted now and then. */
    String quoted(String name) {
        return dice.once(8) ? "`" + name + "`" : name;
    }

    private Part keyPart() {
        String type = dice.pick("int", "Long", "String", "UUID", "LocalDate");
        String name = dice.name("k");
        List<String> column = new ArrayList<>();
        String columnName = name;
        if (dice.once(6)) {
            columnName = quoted(dice.name("keyCol"));
            column.add("name = \"" + columnName + "\"");
        }
        if (type.equals("String")) {
            column.add("length = 9");
        }
        return new Part(
                new Attribute(
                        column.isEmpty() ? List.of() : List.of("@Column(" + String.join(", ", column) + ")"),
                        type,
                        name),
                List.of(columnName),
                List.of(type));
    }

    /** A relation in an embedded key. */
    private Part relationPart() {
        CombinedEntity target = dice.pick(entities);
        String name = dice.name("at");
        List<String> columns = derived(name, target);
        List<String> annotations = new ArrayList<>(List.of("@ManyToOne"));
        if (dice.once(2)) {
            columns = target.key.stream().map(column -> dice.name("kr")).toList();
            annotations.add("@JoinColumns({" + joins(columns, target) + "})");
        }
        return new Part(new Attribute(annotations, target.name, name), columns, target.keyTypes);
    }

    static List<String> derived(String relation, CombinedEntity target) {
        return target.key.stream()
                .map(column ->
                        column.startsWith("`") ? "`" + relation + "_" + column.substring(1) : relation + "_" + column)
                .toList();
    }

    static String joins(List<String> columns, CombinedEntity target) {
        List<String> joins = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            joins.add("@JoinColumn(name = \"" + columns.get(i) + "\", referencedColumnName = \"" + target.key.get(i)
                    + "\")");
        }
        return String.join(", ", joins);
    }

    private void embedded(CombinedEntity entity) {
        List<Part> parts = new ArrayList<>(List.of(keyPart()));
        parts.add(!entities.isEmpty() && dice.once(3) ? relationPart() : keyPart());
        Part inner = dice.once(4) ? keyPart() : null;
        List<Attribute> all = parts.stream().map(Part::attribute).collect(Collectors.toCollection(ArrayList::new));
        String path = dice.name("in");
        if (inner != null) {
            String innerName = dice.name("Inner");
            types.add(embeddable(innerName, List.of(inner.attribute())));
            all.add(new Attribute(List.of(), innerName, path));
        }
        String name = dice.name("Key");
        types.add(embeddable(name, all));
        entity.keyType = name;
        List<String> annotations = new ArrayList<>(List.of("@EmbeddedId"));
        parts.forEach(part -> entity.addKey(overridden(part, "", annotations), part.types()));
        if (inner != null) {
            entity.addKey(overridden(inner, path + ".", annotations), inner.types());
        }
        entity.attributes.add(new Attribute(annotations, name, "id"));
    }

    /** The columns of a part, which have other names now and then where the key is used. */
    private List<String> overridden(Part part, String prefix, List<String> annotations) {
        if (!dice.once(5)) {
            return part.columns();
        }
        String type = part.attribute().type();
        List<CombinedEntity> targets =
                entities.stream().filter(each -> each.name.equals(type)).toList();
        if (targets.isEmpty()) {
            String column = quoted(dice.name("ko"));
            annotations.add("@AttributeOverride(name = \"" + part.path(prefix) + "\", column = @Column(name = \""
                    + column + "\"" + (type.equals("String") ? ", length = 7" : "") + "))");
            return List.of(column);
        }
        List<String> columns =
                part.columns().stream().map(column -> dice.name("kro")).toList();
        annotations.add("@AssociationOverride(name = \"" + part.path(prefix) + "\", joinColumns = {"
                + joins(columns, targets.get(0)) + "})");
        return columns;
    }

    private void idClass(CombinedEntity entity) {
        List<Part> parts = List.of(keyPart(), keyPart());
        entity.keyType = dice.name("Key");
        idClass(entity.keyType, parts.stream().map(Part::attribute).toList());
        entity.annotations.add("@IdClass(" + entity.keyType + ".class)");
        parts.forEach(part -> entity.addKey(part.columns(), part.types()));
        entity.attributes.addAll(identifying(parts));
    }

    void idClass(String name, List<Attribute> members) {
        types.add(value(
                List.of(),
                name,
                members.stream()
                        .map(each -> new Attribute(List.of(), each.type(), each.name()))
                        .toList()));
    }

    private static List<Attribute> identifying(List<Part> parts) {
        return parts.stream()
                .map(part -> {
                    List<String> annotations = new ArrayList<>(List.of("@Id"));
                    annotations.addAll(part.attribute().annotations());
                    return new Attribute(
                            annotations,
                            part.attribute().type(),
                            part.attribute().name());
                })
                .toList();
    }

    /** A superclass whose type variables are the key and the target of a relation. */
    private void superclass(CombinedEntity root) {
        String name = dice.name("Base");
        List<Attribute> own =
                new ArrayList<>(List.of(new Attribute(List.of("@Id", "@Column(name = \"base_id\")"), "K", "id")));
        own.add(attributes.basic(root.columns, List.of()));
        root.keyType = dice.pick(SIMPLE);
        root.addKey("base_id", root.keyType);
        if (dice.once(4)) {
            root.key.set(0, dice.name("own_id"));
            root.annotations.add(
                    "@AttributeOverride(name = \"id\", column = @Column(name = \"" + root.key.get(0) + "\"))");
        }
        if (dice.once(2)) {
            String parent = dice.name("parent");
            own.add(new Attribute(List.of("@ManyToOne"), "T", parent));
            if (dice.once(3)) {
                root.annotations.add("@AssociationOverride(name = \"" + parent
                        + "\", joinColumns = @JoinColumn(name = \"" + dice.name("up") + "\"))");
            }
        }
        if (dice.once(3)) {
            own.add(new Attribute(List.of("@ElementCollection"), "Set<String>", dice.name("tags")));
        }
        if (dice.once(3)) {
            own.add(new Attribute(List.of("@ManyToMany", "@JoinTable"), "Set<T>", dice.name("peers")));
        }
        types.add(new Type(List.of("@MappedSuperclass"), "abstract class " + name + "<K, T>", properties, own, ""));
        root.parent = name + "<" + root.keyType + ", " + root.name + ">";
    }

    /** A superclass with a composite key, whose type is a variable if it is embedded. */
    private void superclassWithCompositeKey(CombinedEntity root) {
        String name = dice.name("Base");
        List<Part> parts = List.of(keyPart(), keyPart());
        root.keyType = dice.name("Key");
        if (dice.once(2)) {
            idClass(root.keyType, parts.stream().map(Part::attribute).toList());
            parts.forEach(part -> root.addKey(overridden(part, "", root.annotations), part.types()));
            types.add(new Type(
                    List.of("@MappedSuperclass", "@IdClass(" + root.keyType + ".class)"),
                    "abstract class " + name,
                    properties,
                    identifying(parts),
                    ""));
            root.parent = name;
            return;
        }
        types.add(embeddable(root.keyType, parts.stream().map(Part::attribute).toList()));
        parts.forEach(part -> root.addKey(overridden(part, "id.", root.annotations), part.types()));
        types.add(new Type(
                List.of("@MappedSuperclass"),
                "abstract class " + name + "<K extends Serializable>",
                properties,
                List.of(new Attribute(List.of("@EmbeddedId"), "K", "id")),
                ""));
        root.parent = name + "<" + root.keyType + ">";
    }
}
