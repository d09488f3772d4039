package dev.accrete.processor.differential;

import dev.accrete.processor.differential.GeneratedModel.Attribute;
import dev.accrete.processor.differential.GeneratedModel.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Makes entity models of random features; a seed always gives the same model.
 *
 * <p>Nearly all of them are such that Hibernate takes them: names do not collide, and what must fit together does.
 */
final class ModelGenerator {

    private static final List<String> BASIC_TYPES = List.of(
            "String",
            "String",
            "String",
            "int",
            "Integer",
            "long",
            "Long",
            "boolean",
            "Boolean",
            "short",
            "Byte",
            "double",
            "Double",
            "float",
            "BigDecimal",
            "BigDecimal",
            "BigInteger",
            "LocalDate",
            "LocalDateTime",
            "Instant",
            "OffsetDateTime",
            "LocalTime",
            "UUID",
            "byte[]",
            "Duration",
            "Character",
            "Locale",
            "Currency",
            "Color",
            "Color",
            "java.util.Date",
            "ZoneId",
            "Year");
    private static final List<String> KEY_TYPES = List.of("Long", "Integer", "String", "UUID", "LocalDate", "Short");
    private static final List<String> WORDS = List.of(
            "name",
            "firstName",
            "itemCode",
            "amount2Pay",
            "createdOn",
            "httpURL",
            "note",
            "partNo",
            "a1B",
            "axisPos",
            "isOpen",
            "rateInPercent",
            "ID2Text",
            "shortText",
            "lineTotal");

    private final Random random;
    private final List<Entity> entities = new ArrayList<>();
    private final List<Type> types = new ArrayList<>();
    private final List<Embeddable> embeddables = new ArrayList<>();
    private boolean properties;
    private int names;

    private ModelGenerator(long seed) {
        random = new Random(seed * 0x9E3779B97F4A7C15L);
    }

    static GeneratedModel generate(long seed) {
        return new ModelGenerator(seed).model();
    }

    /** An entity while it is being made; {@code simpleKey} is its key's type where that is one column. */
    private static final class Entity {
        private final String name;
        private final List<String> annotations = new ArrayList<>(List.of("@Entity"));
        private final List<Attribute> attributes = new ArrayList<>();
        private final List<String> columns = new ArrayList<>();
        private String parent = "";
        private String simpleKey = "";
        private boolean isAbstract;
        private boolean mayHaveTable = true;

        private Entity(String name) {
            this.name = name;
        }

        private Type type(boolean properties) {
            return new Type(
                    annotations,
                    (isAbstract ? "abstract " : "") + "class " + name + (parent.isEmpty() ? "" : " extends " + parent)
                            + " implements Serializable",
                    properties,
                    attributes,
                    "");
        }
    }

    private record Embeddable(String name, List<Attribute> attributes) {}

    private GeneratedModel model() {
        properties = chance(5);
        types.add(new Type(List.of(), "enum Color", false, List.of(), "RED, green, BLUE_ISH"));
        for (int i = random.nextInt(3); i > 0; i--) {
            addEmbeddable();
        }
        int roots = 1 + random.nextInt(3);
        for (int i = 0; i < roots; i++) {
            addRoot();
        }
        for (int i = random.nextInt(5); i > 0; i--) {
            relate();
        }
        for (Entity entity : entities) {
            if (entity.mayHaveTable) {
                describeTable(entity);
            }
            types.add(entity.type(properties));
        }
        return new GeneratedModel(types);
    }

    private void addEmbeddable() {
        String name = "Part" + ++names;
        List<Attribute> attributes = new ArrayList<>();
        for (int i = 1 + random.nextInt(3); i > 0; i--) {
            attributes.add(basic(new ArrayList<>()));
        }
        types.add(new Type(
                List.of("@Embeddable"), "class " + name + " implements Serializable", properties, attributes, ""));
        embeddables.add(new Embeddable(name, attributes));
    }

    private void addRoot() {
        Entity root = new Entity(pick("Item", "BigThing", "userAccount", "Order2Go", "T") + ++names);
        entities.add(root);
        if (chance(4)) {
            addSuperclass(root);
        } else {
            addKey(root);
        }
        addAttributes(root, 1 + random.nextInt(4));
        if (chance(3)) {
            addSubclasses(root);
        }
    }

    private void addSuperclass(Entity root) {
        String name = "Base" + ++names;
        String key = pick(KEY_TYPES);
        Attribute id = new Attribute(
                generated(key) && chance(2) ? List.of("@Id", "@GeneratedValue") : List.of("@Id"), "K", "id");
        List<Attribute> attributes = new ArrayList<>(List.of(id));
        for (int i = random.nextInt(3); i > 0; i--) {
            attributes.add(basic(root.columns));
        }
        if (chance(3)) {
            attributes.add(new Attribute(List.of("@Version"), pick("int", "Long", "Instant"), "version" + ++names));
        }
        types.add(new Type(List.of("@MappedSuperclass"), "abstract class " + name + "<K>", properties, attributes, ""));
        root.parent = name + "<" + key + ">";
        root.simpleKey = key;
    }

    private static boolean generated(String key) {
        return List.of("Long", "Integer", "UUID", "Short").contains(key);
    }

    private void addKey(Entity root) {
        switch (random.nextInt(8)) {
            case 0 -> addEmbeddedId(root);
            case 1 -> addIdClass(root);
            case 2 -> {
                root.simpleKey = "Long";
                root.attributes.add(new Attribute(
                        List.of("@Id", "@GeneratedValue(strategy = GenerationType.IDENTITY)"), "Long", "id"));
            }
            case 3 -> {
                root.simpleKey = "Long";
                root.attributes.add(new Attribute(
                        List.of(
                                "@Id",
                                "@GeneratedValue(strategy = GenerationType.SEQUENCE, generator = \"g" + ++names + "\")",
                                "@SequenceGenerator(name = \"g" + names + "\""
                                        + pick("", ", sequenceName = \"myNumbers" + names + "\"")
                                        + pick("", ", allocationSize = 5") + pick("", ", initialValue = 7") + ")"),
                        "Long",
                        "id"));
            }
            default -> {
                root.simpleKey = pick(KEY_TYPES);
                List<String> annotations = new ArrayList<>(List.of("@Id"));
                if (generated(root.simpleKey) && chance(2)) {
                    annotations.add("@GeneratedValue");
                }
                if (chance(3)) {
                    annotations.add("@Column(name = \"" + pick("key", "theId", "pk_") + ++names + "\""
                            + (root.simpleKey.equals("String") ? ", length = 12" : "") + ")");
                }
                root.attributes.add(new Attribute(annotations, root.simpleKey, "id"));
            }
        }
    }

    private List<Attribute> keyParts() {
        return IntStream.range(0, 2 + random.nextInt(2))
                .mapToObj(i -> new Attribute(List.of(), pick(KEY_TYPES), "k" + ++names))
                .toList();
    }

    private void addEmbeddedId(Entity root) {
        String name = "Key" + ++names;
        types.add(new Type(
                List.of("@Embeddable"),
                "class " + name + " implements Serializable",
                properties,
                keyParts(),
                equality()));
        root.attributes.add(new Attribute(List.of("@EmbeddedId"), name, "id"));
    }

    private void addIdClass(Entity root) {
        String name = "Key" + ++names;
        List<Attribute> parts = keyParts();
        types.add(new Type(List.of(), "class " + name + " implements Serializable", properties, parts, equality()));
        root.annotations.add("@IdClass(" + name + ".class)");
        parts.forEach(part -> root.attributes.add(new Attribute(List.of("@Id"), part.type(), part.name())));
    }

    private static String equality() {
        return "public boolean equals(Object o) { return this == o; } public int hashCode() { return 1; }";
    }

    private void addAttributes(Entity entity, int count) {
        for (int i = 0; i < count; i++) {
            switch (random.nextInt(9)) {
                case 0 -> entity.attributes.add(elementCollection(entity));
                case 1 -> embed(entity);
                default -> entity.attributes.add(basic(entity.columns));
            }
        }
    }

    private void addSubclasses(Entity root) {
        String strategy = pick("SINGLE_TABLE", "JOINED", "TABLE_PER_CLASS");
        boolean identity = root.attributes.stream()
                .anyMatch(each -> each.annotations().toString().contains("IDENTITY"));
        if (strategy.equals("TABLE_PER_CLASS") && identity) {
            strategy = "JOINED";
        }
        root.annotations.add("@Inheritance(strategy = InheritanceType." + strategy + ")");
        boolean discriminator = !strategy.equals("TABLE_PER_CLASS") && chance(2);
        if (discriminator) {
            root.annotations.add("@DiscriminatorColumn(name = \"kind" + ++names + "\""
                    + pick("", ", length = 9", ", discriminatorType = DiscriminatorType.CHAR") + ")");
        }
        boolean character = root.annotations.toString().contains("CHAR");
        root.isAbstract = !character && chance(2);
        if (character) {
            root.annotations.add("@DiscriminatorValue(\"R\")");
        }
        List<Entity> family = new ArrayList<>(List.of(root));
        for (int i = 1 + random.nextInt(3); i > 0; i--) {
            Entity sub = new Entity(pick("Sub", "specialCase", "X") + ++names);
            sub.parent = pick(family.stream().map(each -> each.name).toList());
            sub.simpleKey = root.simpleKey;
            sub.mayHaveTable = !strategy.equals("SINGLE_TABLE");
            if (discriminator && (character || chance(2))) {
                sub.annotations.add("@DiscriminatorValue(\"" + (char) ('A' + names % 17) + "\")");
            }
            addAttributes(sub, random.nextInt(4));
            family.add(sub);
            entities.add(sub);
        }
    }

    private Attribute basic(List<String> columns) {
        String type = pick(BASIC_TYPES);
        String name = pick(WORDS) + ++names;
        List<String> annotations = new ArrayList<>();
        List<String> column = new ArrayList<>();
        String columnName = name;
        if (chance(5)) {
            columnName = pick("col", "theColumn", "COL_", "`Quoted ") + names;
            columnName += columnName.startsWith("`") ? "`" : "";
            column.add("name = \"" + columnName + "\"");
        }
        if (chance(5)) {
            column.add("nullable = false");
        }
        if (chance(8)) {
            column.add("unique = true");
        }
        if (chance(4) && List.of("String", "byte[]").contains(type)) {
            column.add("length = " + pick("1", "20", "255", "4000", "2000000"));
        }
        if (chance(3) && type.equals("BigDecimal")) {
            column.add("precision = 12" + pick("", ", scale = 3"));
        }
        if (!column.isEmpty()) {
            annotations.add("@Column(" + String.join(", ", column) + ")");
        }
        if (type.equals("Color") && chance(2)) {
            annotations.add("@Enumerated(EnumType.STRING)");
        }
        if (chance(9)) {
            annotations.add("@Basic(optional = false)");
        }
        if (chance(12) && List.of("String", "byte[]").contains(type)) {
            annotations.add("@Lob");
        }
        if (chance(12) && List.of("int", "Integer", "Long").contains(type)) {
            annotations.add("@ColumnDefault(\"3\")");
        }
        if (chance(12) && List.of("int", "Integer", "Long", "BigDecimal").contains(type)) {
            annotations.add(pick("@Min(2)", "@Max(50)"));
        }
        if (chance(12) && type.equals("String")) {
            annotations.add(pick("@NotNull", "@Size(max = 30)", "@NotBlank"));
        }
        String all = annotations.toString();
        // No database indexes a large object.
        if (!columnName.startsWith("`") && !all.contains("2000000") && !all.contains("@Lob")) {
            columns.add(columnName);
        }
        return new Attribute(annotations, type, name);
    }

    private void embed(Entity entity) {
        if (embeddables.isEmpty()) {
            return;
        }
        Embeddable embeddable = pick(embeddables);
        boolean again = entity.attributes.stream().anyMatch(each -> each.type().equals(embeddable.name()));
        List<String> annotations = new ArrayList<>();
        if (chance(2)) {
            annotations.add("@Embedded");
        }
        int prefix = ++names;
        for (Attribute part : embeddable.attributes()) {
            // An embeddable of a hierarchy's other class may share the table.
            if (again || !entity.parent.isEmpty() || chance(4)) {
                annotations.add("@AttributeOverride(name = \"" + part.name() + "\", column = @Column(name = \"o"
                        + prefix + part.name() + "\"" + pick("", ", nullable = false") + "))");
            }
        }
        entity.attributes.add(new Attribute(annotations, embeddable.name(), "part" + prefix));
    }

    private Attribute elementCollection(Entity entity) {
        List<String> annotations = new ArrayList<>(List.of("@ElementCollection"));
        String element = pick(List.of("String", "Integer", "LocalDate", "Color", "BigDecimal", "UUID"));
        if (!embeddables.isEmpty() && chance(3)) {
            element = pick(embeddables).name();
        } else {
            if (chance(3)) {
                annotations.add("@Column(" + pick("name = \"element" + ++names + "\"", "nullable = false") + ")");
            }
            if (element.equals("Color") && chance(2)) {
                annotations.add("@Enumerated(EnumType.STRING)");
            }
        }
        String name = "elements" + ++names;
        if (chance(3)) {
            annotations.add("@CollectionTable(name = \"elements_of_" + names + "\""
                    + pick(
                            "",
                            entity.simpleKey.isEmpty() ? "" : ", joinColumns = @JoinColumn(name = \"theOwner\")",
                            ", foreignKey = @ForeignKey(name = \"fk" + names + "\")")
                    + ")");
        }
        return new Attribute(annotations, plural(annotations, element), name);
    }

    /** A collection of a type; where it is a list or a map, it may get annotations for positions or keys. */
    private String plural(List<String> annotations, String element) {
        switch (random.nextInt(5)) {
            case 0:
                return "Set<" + element + ">";
            case 1:
                return "Collection<" + element + ">";
            case 2:
                annotations.add(pick("@OrderColumn", "@OrderColumn(name = \"pos\")"));
                return "List<" + element + ">";
            case 3:
                String key = pick("String", "Integer", "Color");
                if (chance(3)) {
                    annotations.add(
                            "@MapKeyColumn(name = \"theKey\"" + (key.equals("String") ? ", length = 8" : "") + ")");
                }
                if (key.equals("Color") && chance(2)) {
                    annotations.add("@MapKeyEnumerated(EnumType.STRING)");
                }
                return "Map<" + key + ", " + element + ">";
            default:
                return "List<" + element + ">";
        }
    }

    private void relate() {
        Entity owner = pick(entities);
        Entity target = pick(entities);
        String name = "rel" + ++names;
        switch (random.nextInt(7)) {
            case 0, 1, 2 -> owner.attributes.add(new Attribute(toOne(target), target.name, name));
            case 3 -> {
                owner.attributes.add(new Attribute(List.of("@ManyToOne"), target.name, name));
                target.attributes.add(new Attribute(
                        List.of("@OneToMany(mappedBy = \"" + name + "\")"),
                        pick("Set", "List") + "<" + owner.name + ">",
                        "inverse" + names));
            }
            case 4 -> {
                List<String> annotations = new ArrayList<>(List.of("@OneToMany"));
                if (!target.simpleKey.isEmpty() && !owner.simpleKey.isEmpty() && chance(2)) {
                    annotations.add("@JoinColumn(name = \"fk" + names + "\")");
                    owner.attributes.add(
                            new Attribute(annotations, pick("Set", "List") + "<" + target.name + ">", name));
                } else {
                    annotations.add("@JoinTable(name = \"join" + names + "\")");
                    owner.attributes.add(new Attribute(annotations, plural(annotations, target.name), name));
                }
            }
            default -> {
                List<String> annotations = new ArrayList<>(List.of(
                        "@ManyToMany",
                        "@JoinTable(name = \"join" + names + "\""
                                + (owner.simpleKey.isEmpty() || chance(2)
                                        ? ""
                                        : ", joinColumns = @JoinColumn(name = \"own_" + names + "\")")
                                + ")"));
                owner.attributes.add(new Attribute(annotations, plural(annotations, target.name), name));
                if (chance(3)) {
                    target.attributes.add(new Attribute(
                            List.of("@ManyToMany(mappedBy = \"" + name + "\")"),
                            "Set<" + owner.name + ">",
                            "inverse" + names));
                }
            }
        }
    }

    private List<String> toOne(Entity target) {
        List<String> annotations = new ArrayList<>();
        annotations.add(pick("@ManyToOne", "@OneToOne") + pick("", "", "(optional = false)"));
        if (chance(3) && !target.simpleKey.isEmpty()) {
            annotations.add("@JoinColumn(name = \"" + pick("fk", "theRef") + ++names + "\""
                    + pick(
                            "",
                            ", nullable = false",
                            ", unique = true",
                            ", foreignKey = @ForeignKey(name = \"fk_" + names + "\")")
                    + ")");
        }
        if (chance(6)) {
            annotations.add("@OnDelete(action = OnDeleteAction." + pick("CASCADE", "SET_NULL", "NO_ACTION") + ")");
        }
        return annotations;
    }

    private void describeTable(Entity entity) {
        List<String> parts = new ArrayList<>();
        if (chance(3)) {
            String prefix = pick("tbl", "theTable", "`Odd Name ");
            // Not yet exact: inheritance/joined_quoted_table.
            boolean inHierarchy =
                    !entity.parent.isEmpty() || entity.annotations.toString().contains("@Inheritance");
            parts.add("name = \"" + (inHierarchy ? prefix.replace("`Odd Name ", "odd") : prefix) + ++names + "\"");
            if (parts.get(0).contains("`")) {
                parts.set(0, parts.get(0).substring(0, parts.get(0).length() - 1) + "`\"");
            }
        }
        if (!entity.columns.isEmpty() && chance(3)) {
            parts.add("indexes = @Index(" + pick("", "name = \"ix" + ++names + "\", ") + "columnList = \""
                    + columns(entity, ", ", "") + pick("", " desc") + "\")");
        }
        if (!entity.columns.isEmpty() && chance(4)) {
            parts.add("uniqueConstraints = @UniqueConstraint(" + pick("", "name = \"uq" + ++names + "\", ")
                    + "columnNames = {" + columns(entity, ", ", "\"") + "})");
        }
        if (!parts.isEmpty()) {
            entity.annotations.add("@Table(" + String.join(", ", parts) + ")");
        }
    }

    private String columns(Entity entity, String separator, String quote) {
        return entity.columns.stream()
                .limit(1 + random.nextInt(2))
                .map(each -> quote + each + quote)
                .collect(Collectors.joining(separator));
    }

    /** True once in {@code n} times. */
    private boolean chance(int n) {
        return random.nextInt(n) == 0;
    }

    private String pick(String... choices) {
        return choices[random.nextInt(choices.length)];
    }

    private <T> T pick(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}
