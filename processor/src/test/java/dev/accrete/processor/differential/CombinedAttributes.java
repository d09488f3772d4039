package dev.accrete.processor.differential;

import dev.accrete.processor.differential.GeneratedModel.Attribute;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Makes the attributes of {@link CombinationGenerator}: each kind with the options that change its columns and tables. */
final class CombinedAttributes {

    private static final List<String> BASIC = List.of(
            "String",
            "String",
            "int",
            "Long",
            "boolean",
            "BigDecimal",
            "LocalDate",
            "Instant",
            "OffsetDateTime",
            "UUID",
            "byte[]",
            "Color",
            "Color",
            "Weight",
            "java.util.Date",
            "Duration");

    /**
     * An embeddable.
     *
     * @param basics its attributes with one column
     * @param relations its to-one relations
     */
    record Part(String name, List<Attribute> basics, List<Attribute> relations, boolean keyable) {}

    private final Dice dice;
    private final List<CombinedEntity> entities;
    private final List<Part> parts;

    CombinedAttributes(Dice dice, List<CombinedEntity> entities, List<Part> parts) {
        this.dice = dice;
        this.entities = entities;
        this.parts = parts;
    }

    /** Adds an attribute of any kind. */
    void addTo(CombinedEntity owner) {
        switch (dice.below(13)) {
            case 0, 1 -> owner.attributes.add(basic(owner.columns, owner.secondary));
            case 2 -> embedded(owner);
            case 3, 4 -> owner.attributes.add(toOne(owner.secondary, owner));
            case 5 -> readAgain(owner);
            case 6, 7, 8 -> owner.attributes.add(elements(owner));
            case 9 -> oneToMany(owner);
            case 10, 11 -> manyToMany(owner);
            default -> special(owner);
        }
    }

    Attribute basic(List<String> columns, List<String> secondary) {
        String type = dice.pick(BASIC);
        String name = dice.name(dice.pick("name", "itemCode", "URLOf", "axB"));
        List<String> annotations = new ArrayList<>();
        List<String> column = new ArrayList<>();
        String columnName = name;
        if (dice.once(4)) {
            columnName = dice.name(dice.pick("col", "theColumn", "`Quoted "));
            columnName += columnName.startsWith("`") ? "`" : "";
            column.add("name = \"" + columnName + "\"");
        }
        if (dice.once(5)) {
            column.add("nullable = false");
        }
        if (dice.once(10)) {
            column.add("unique = true");
        }
        if (type.equals("String") && dice.once(3)) {
            column.add(dice.pick("length = 20", "columnDefinition = \"varchar(11)\"", "length = 2000"));
        }
        if (type.equals("BigDecimal") && dice.once(3)) {
            column.add("precision = 12, scale = 3");
        }
        if (type.equals("Instant") && dice.once(3)) {
            column.add("secondPrecision = 3");
        }
        if (dice.once(12)) {
            column.add("check = @CheckConstraint(constraint = \"1 < 2\""
                    + dice.pick("", ", name = \"" + dice.name("ck")) + "\")");
        }
        if (dice.once(12)) {
            column.add("comment = \"of " + name + "\"");
        }
        if (!secondary.isEmpty() && dice.once(3)) {
            column.add("table = \"" + dice.pick(secondary) + "\"");
        } else if (!type.equals("byte[]")) {
            columns.add(columnName);
        }
        if (!column.isEmpty()) {
            annotations.add("@Column(" + String.join(", ", column).replace("\"\")", "\")") + ")");
        }
        typeAnnotations(type, annotations);
        return new Attribute(annotations, type, name);
    }

    private void typeAnnotations(String type, List<String> annotations) {
        switch (type) {
            case "Color" -> add(annotations, 2, "@Enumerated(EnumType.STRING)");
            case "String" ->
                add(annotations, 6, "@NotNull", "@Size(max = 30)", "@NotBlank", "@Convert(converter = Trim.class)");
            case "int", "Long" ->
                add(annotations, 8, "@Min(2)", "@ColumnDefault(\"3\")", "@Check(constraints = \"2 < 3\")");
            case "java.util.Date" ->
                add(annotations, 2, "@Temporal(TemporalType.DATE)", "@Temporal(TemporalType.TIME)");
            case "OffsetDateTime" -> add(annotations, 3, "@TimeZoneStorage(TimeZoneStorageType.NORMALIZE)");
            case "boolean" -> add(annotations, 3, "@Convert(converter = org.hibernate.type.YesNoConverter.class)");
            default -> {}
        }
    }

    private void add(List<String> annotations, int chance, String... choices) {
        if (dice.once(chance)) {
            annotations.add(dice.pick(choices));
        }
    }

    /** A foreign key as a member of an annotation, once in a few times. */
    String foreignKey(int chance, String member) {
        return dice.once(chance)
                ? ", " + member + " = @ForeignKey("
                        + dice.pick(
                                "name = \"" + dice.name("fk_") + "\"",
                                "ConstraintMode.NO_CONSTRAINT",
                                "ConstraintMode.PROVIDER_DEFAULT",
                                "name = \"" + dice.name("fk_") + "\", value = ConstraintMode.PROVIDER_DEFAULT")
                        + ")"
                : "";
    }

    private void embedded(CombinedEntity owner) {
        if (parts.isEmpty()) {
            owner.attributes.add(basic(owner.columns, owner.secondary));
            return;
        }
        Part part = dice.pick(parts);
        List<String> annotations = new ArrayList<>();
        add(annotations, 3, "@Embedded", "@Valid", "@NotNull");
        overrides(part, "", true, annotations);
        owner.add(part.name(), dice.name("part"), annotations.toArray(String[]::new));
    }

    /** Gives the columns of an embeddable other names, all of them where another one may be in the same table. */
    private void overrides(Part part, String prefix, boolean all, List<String> annotations) {
        for (Attribute basic : part.basics()) {
            if (all || dice.once(3)) {
                annotations.add("@AttributeOverride(name = \"" + prefix + basic.name()
                        + "\", column = @Column(name = \"" + dice.name("o") + "\""
                        + dice.pick("", "", ", nullable = false", ", length = 40") + "))");
            }
        }
        for (Attribute relation : part.relations()) {
            if (all || dice.once(3)) {
                CombinedEntity target = entity(relation.type());
                annotations.add("@AssociationOverride(name = \"" + prefix + relation.name() + "\", joinColumns = {"
                        + target.key.stream()
                                .map(column -> "@JoinColumn(name = \"" + dice.name("or")
                                        + "\", referencedColumnName = \"" + column + "\")")
                                .collect(Collectors.joining(", "))
                        + "}" + foreignKey(3, "foreignKey") + ")");
            }
        }
    }

    private CombinedEntity entity(String name) {
        return entities.stream()
                .filter(each -> each.name.equals(name))
                .findFirst()
                .orElseThrow();
    }

    /** @param owner null in an embeddable */
    Attribute toOne(List<String> secondary, CombinedEntity owner) {
        CombinedEntity target = dice.pick(entities);
        List<String> annotations = new ArrayList<>();
        annotations.add(dice.pick("@ManyToOne", "@ManyToOne", "@OneToOne") + dice.pick("", "", "(optional = false)"));
        boolean tables = owner != null && dice.once(8);
        if (tables) {
            String columns = dice.pick(
                    "",
                    ", joinColumns = {"
                            + owner.key.stream()
                                    .map(column -> "@JoinColumn(name = \"" + dice.name("jo")
                                            + "\", referencedColumnName = \"" + column + "\")")
                                    .collect(Collectors.joining(", "))
                            + "}");
            annotations.add("@JoinTable(name = \"" + dice.name("toOne") + "\"" + columns + described(columns) + ")");
        } else if (dice.once(2)) {
            String table = !secondary.isEmpty() && dice.once(2) ? ", table = \"" + dice.pick(secondary) + "\"" : "";
            annotations.add("@JoinColumns(value = {"
                    + target.joinColumns(
                            dice, dice.pick("fk", "theRef"), table + dice.pick("", "", ", nullable = false"))
                    + "}" + foreignKey(2, "foreignKey") + ")");
        }
        if (dice.once(8)) {
            annotations.add("@OnDelete(action = OnDeleteAction." + dice.pick("CASCADE", "SET_NULL") + ")");
        }
        add(annotations, 12, "@NotNull", "@Comment(\"a relation\")", "@NotFound(action = NotFoundAction.IGNORE)");
        return new Attribute(annotations, target.name, dice.name("rel"));
    }

    /** A relation and the values of its columns, of which one writes. */
    private void readAgain(CombinedEntity owner) {
        CombinedEntity target = dice.pick(entities);
        boolean values = dice.once(2);
        String unwritten = ", insertable = false, updatable = false";
        List<String> joins = new ArrayList<>();
        for (int i = 0; i < target.key.size(); i++) {
            String column = dice.name("both");
            joins.add("@JoinColumn(name = \"" + column + "\", referencedColumnName = \"" + target.key.get(i) + "\""
                    + (values ? unwritten : "") + ")");
            owner.add(
                    target.keyTypes.get(i),
                    dice.name(dice.pick("aValue", "zValue")),
                    "@Column(name = \"" + column + "\"" + (values ? dice.pick("", ", nullable = false") : unwritten)
                            + ")");
        }
        owner.add(
                target.name,
                dice.name("rel"),
                "@ManyToOne" + dice.pick("", "(optional = false)"),
                dice.pick("@JoinColumns({" + String.join(", ", joins) + "})", String.join(" ", joins)));
    }

    private Attribute elements(CombinedEntity owner) {
        List<String> annotations = new ArrayList<>(List.of("@ElementCollection"));
        String element = dice.pick("String", "Integer", "LocalDate", "Color", "BigDecimal", "Weight");
        String container = container();
        if (!parts.isEmpty() && dice.once(2)) {
            Part part = dice.pick(parts);
            element = part.name();
            overrides(part, container.startsWith("Map") ? "value." : "", false, annotations);
        } else {
            add(annotations, 3, "@Column(name = \"" + dice.name("element") + "\")", "@Column(nullable = false)");
            typeAnnotations(element.equals("Color") ? element : "", annotations);
        }
        if (dice.once(2)) {
            annotations.add("@CollectionTable(name = \"" + dice.name("elements_of_") + "\""
                    + (dice.once(2)
                            ? ", joinColumns = {" + owner.joinColumns(dice, "own", foreignKey(4, "foreignKey")) + "}"
                            : "")
                    + foreignKey(3, "foreignKey") + ")");
        }
        add(annotations, 12, "@OnDelete(action = OnDeleteAction.CASCADE)", "@SoftDelete", "@Comment(\"elements\")");
        return new Attribute(annotations, filled(container, element, annotations), dice.name("elements"));
    }

    private String container() {
        return dice.pick("List", "Set", "Collection", "Map", "Map", "List@");
    }

    /** The type of a collection with annotations for its positions or keys. */
    private String filled(String container, String element, List<String> annotations) {
        if (container.equals("List@")) {
            annotations.add(dice.pick(
                    "@OrderColumn",
                    "@OrderColumn(name = \"" + dice.name("pos") + "\")",
                    "@OrderColumn(name = \"`Pos`\", columnDefinition = \"smallint\")"));
            return "List<" + element + ">";
        }
        if (container.equals("Collection")) {
            add(
                    annotations,
                    4,
                    "@CollectionId(generator = \"increment\")",
                    "@CollectionId(column = @Column(name = \"" + dice.name("cid") + "\"), generator = \"increment\")");
        }
        if (!container.equals("Map")) {
            return container + "<" + element + ">";
        }
        List<Part> keys = parts.stream().filter(Part::keyable).toList();
        Optional<CombinedEntity> values =
                entities.stream().filter(each -> each.name.equals(element)).findFirst();
        if (values.filter(each -> each.key.size() == 1).isPresent() && dice.once(5)) {
            annotations.add("@MapKey");
            return "Map<" + values.get().keyType + ", " + element + ">";
        }
        int kind = dice.below(6);
        String key;
        if (kind == 0 && !keys.isEmpty()) {
            Part part = dice.pick(keys);
            overrides(part, "key.", true, annotations);
            key = part.name();
        } else if (kind <= 2) {
            CombinedEntity target = dice.pick(entities);
            key = target.name;
            if (target.key.size() > 1 || dice.once(2)) {
                target.key.forEach(column -> annotations.add("@MapKeyJoinColumn(name = \"" + dice.name("mk")
                        + "\", referencedColumnName = \"" + column + "\")"));
            }
        } else {
            key = dice.pick("String", "Integer", "Color", "LocalDate", "java.util.Date");
            if (key.equals("Color")) {
                add(annotations, 2, "@MapKeyEnumerated(EnumType.STRING)");
            }
            if (key.equals("java.util.Date")) {
                annotations.add("@MapKeyTemporal(TemporalType." + dice.pick("DATE", "TIMESTAMP") + ")");
            }
            add(
                    annotations,
                    2,
                    "@MapKeyColumn(name = \"" + dice.name("theKey") + "\")",
                    "@MapKeyColumn(name = \"`The Key`\"" + (key.equals("String") ? ", length = 8" : "") + ")");
        }
        return "Map<" + key + ", " + element + ">";
    }

    private void oneToMany(CombinedEntity owner) {
        CombinedEntity target = dice.pick(entities);
        String name = dice.name("many");
        List<String> annotations = new ArrayList<>();
        switch (dice.below(3)) {
            case 0 -> {
                Attribute inverse = toOne(List.of(), null);
                String apart = target.secondary.isEmpty() || owner.key.size() > 1 || dice.once(2)
                        ? ""
                        : "@JoinColumn(name = \"" + dice.name("apart") + "\", table = \"" + dice.pick(target.secondary)
                                + "\")";
                target.attributes.add(new Attribute(
                        Stream.concat(inverse.annotations().stream(), Stream.of(apart))
                                .filter(each -> each.contains("ManyToOne")
                                        || each.contains("OnDelete")
                                        || each.equals(apart) && !apart.isEmpty())
                                .toList(),
                        owner.name,
                        inverse.name()));
                if (target.attributes.get(target.attributes.size() - 1).annotations().stream()
                        .noneMatch(each -> each.contains("ManyToOne"))) {
                    target.attributes.set(
                            target.attributes.size() - 1,
                            new Attribute(List.of("@ManyToOne"), owner.name, inverse.name()));
                }
                annotations.add("@OneToMany(mappedBy = \"" + inverse.name() + "\")");
                add(annotations, 4, "@OnDelete(action = OnDeleteAction.CASCADE)");
                owner.add(
                        filled(dice.pick("Set", "List", "Map", "List@"), target.name, annotations),
                        name,
                        annotations.toArray(String[]::new));
            }
            case 1 -> {
                annotations.add("@OneToMany");
                annotations.add("@JoinColumns({"
                        + owner.joinColumns(dice, "of", dice.pick("", "", ", nullable = false")) + "})");
                owner.add(filled(container(), target.name, annotations), name, annotations.toArray(String[]::new));
            }
            default -> {
                annotations.add("@OneToMany");
                annotations.add(joinTable(owner, target));
                owner.add(filled(container(), target.name, annotations), name, annotations.toArray(String[]::new));
            }
        }
    }

    private String joinTable(CombinedEntity owner, CombinedEntity target) {
        String columns = (dice.once(2)
                        ? ", joinColumns = {" + owner.joinColumns(dice, "own_", foreignKey(6, "foreignKey")) + "}"
                        : "")
                + (dice.once(2)
                        ? ", inverseJoinColumns = {" + target.joinColumns(dice, "its", foreignKey(6, "foreignKey"))
                                + "}"
                        : "");
        return "@JoinTable(name = \"" + dice.name("join") + "\""
                + columns
                + described(columns)
                + foreignKey(4, "foreignKey")
                + foreignKey(4, "inverseForeignKey") + ")";
    }

    /** Indexes and unique constraints over columns that a table names. */
    private String described(String columns) {
        List<String> names = Pattern.compile("JoinColumn\\(name = \"(\\w+)\"")
                .matcher(columns)
                .results()
                .map(match -> match.group(1))
                .toList();
        if (names.isEmpty() || !dice.once(3)) {
            return "";
        }
        String some = String.join(", ", dice.some(names));
        return dice.pick(
                ", indexes = @Index(columnList = \"" + some + "\")",
                ", indexes = @Index(columnList = \"" + some + "\", unique = true)",
                ", uniqueConstraints = @UniqueConstraint(columnNames = {\"" + some.replace(", ", "\", \"") + "\"})",
                ", uniqueConstraints = @UniqueConstraint(name = \"" + dice.name("uq") + "\", columnNames = {\""
                        + some.replace(", ", "\", \"") + "\"})");
    }

    private void manyToMany(CombinedEntity owner) {
        CombinedEntity target = dice.pick(entities);
        List<String> annotations = new ArrayList<>(List.of("@ManyToMany"));
        String name = dice.name("several");
        annotations.add(joinTable(owner, target));
        add(annotations, 12, "@SoftDelete", "@OnDelete(action = OnDeleteAction.CASCADE)");
        owner.add(filled(container(), target.name, annotations), name, annotations.toArray(String[]::new));
        if (dice.once(3)) {
            target.add("Set<" + owner.name + ">", dice.name("back"), "@ManyToMany(mappedBy = \"" + name + "\")");
        }
    }

    private void special(CombinedEntity owner) {
        String name = dice.name("own");
        switch (dice.below(7)) {
            case 0 -> owner.add("Map<String, String>", name, "@JdbcTypeCode(SqlTypes.JSON)");
            case 1 -> owner.add(dice.pick("String[]", "List<Integer>", "Color[]", "LocalDate[]"), name);
            case 2 -> owner.add("int", name, "@Formula(\"1 + 1\")");
            case 3 -> owner.add("Instant", name, dice.pick("@CreationTimestamp", "@UpdateTimestamp"));
            case 4 -> owner.add("OffsetDateTime", name, "@TimeZoneStorage(TimeZoneStorageType.COLUMN)");
            case 5 -> owner.add("String", name, "@Lob");
            default -> {
                List<CombinedEntity> simple = entities.stream()
                        .filter(each -> each.keyType.equals("Long"))
                        .toList();
                if (!simple.isEmpty()) {
                    CombinedEntity target = dice.pick(simple);
                    boolean many = dice.once(2);
                    List<String> annotations = new ArrayList<>(List.of(
                            many ? "@ManyToAny" : "@Any" + dice.pick("", "(optional = false)"),
                            "@AnyKeyJavaClass(Long.class)",
                            "@AnyDiscriminatorValue(discriminator = \"A\", entity = " + target.name + ".class)",
                            "@Column(name = \"" + dice.name("anyType") + "\"" + dice.pick("", ", length = 9") + ")"));
                    annotations.add(
                            many
                                    ? "@JoinTable(name = \"" + dice.name("anyJoin") + "\", joinColumns = {"
                                            + owner.key.stream()
                                                    .map(column -> "@JoinColumn(name = \"" + dice.name("ao")
                                                            + "\", referencedColumnName = \"" + column + "\")")
                                                    .collect(Collectors.joining(", "))
                                            + "}, inverseJoinColumns = @JoinColumn(name = \"" + dice.name("ai") + "\"))"
                                    : "@JoinColumn(name = \"" + dice.name("anyId") + "\""
                                            + dice.pick("", ", nullable = false") + ")");
                    owner.add(
                            many ? filled(container(), "Object", annotations) : "Object",
                            name,
                            annotations.toArray(String[]::new));
                }
            }
        }
    }
}
