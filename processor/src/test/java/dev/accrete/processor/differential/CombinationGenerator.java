package dev.accrete.processor.differential;

import dev.accrete.processor.differential.CombinedAttributes.Part;
import dev.accrete.processor.differential.GeneratedModel.Attribute;
import dev.accrete.processor.differential.GeneratedModel.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Makes models in which features meet: composite and derived identifiers, relations in embeddables, maps of every kind of
 * key, secondary tables, hierarchies. A seed always gives the same model.
 *
 * <p>Unlike those of {@link ModelGenerator}, many of them are such that Hibernate refuses them, too.
 */
final class CombinationGenerator {

    /** What stands above the model: an option and the setting of Hibernate that it stands for. */
    private static final List<String> SETTINGS = List.of(
            "// -Aaccrete.lists=list\n// hibernate.mapping.default_list_semantics=LIST",
            "// -Aaccrete.foreign_keys=false\n// hibernate.hbm2ddl.default_constraint_mode=NO_CONSTRAINT",
            "// -Aaccrete.quoting=all\n// hibernate.globally_quoted_identifiers=true",
            "// -Aaccrete.quoting=keywords\n// hibernate.auto_quote_keyword=true",
            "// -Aaccrete.native_enums=true\n// hibernate.type.prefer_native_enum_types=true",
            "// -Aaccrete.uuid_type=CHAR\n// hibernate.type.preferred_uuid_jdbc_type=CHAR",
            "// -Aaccrete.boolean_type=SMALLINT\n// hibernate.type.preferred_boolean_jdbc_type=SMALLINT",
            "// -Aaccrete.timezone_storage=column\n// hibernate.timezone.default_storage=COLUMN",
            "// -Aaccrete.implicit_naming=jpa\n// hibernate.implicit_naming_strategy=jpa",
            "// -Aaccrete.implicit_naming=component_path\n// hibernate.implicit_naming_strategy=component-path",
            "// -Aaccrete.validation=none\n// jakarta.persistence.validation.mode=none",
            "// -Aaccrete.default_schema=base\n// hibernate.default_schema=base");

    private final Dice dice;
    private final List<Type> types = new ArrayList<>();
    private final List<CombinedEntity> entities = new ArrayList<>();
    private final List<Part> parts = new ArrayList<>();
    private final CombinedAttributes attributes;
    private final CombinedKeys keys;
    private final CombinedDerivedKeys derivedKeys;
    private final boolean properties;

    private CombinationGenerator(long seed) {
        dice = new Dice(seed);
        properties = dice.once(6);
        attributes = new CombinedAttributes(dice, entities, parts);
        keys = new CombinedKeys(dice, types, entities, attributes, properties);
        derivedKeys = new CombinedDerivedKeys(dice, types, entities, keys);
    }

    static GeneratedModel generate(long seed) {
        return new CombinationGenerator(seed).model();
    }

    private GeneratedModel model() {
        types.add(new Type(List.of(), "enum Color", false, List.of(), "RED, green, BLUE_ISH"));
        types.add(new Type(List.of(), "class Weight implements Serializable", false, List.of(), ""));
        types.add(converter("ToGrams", "Weight", "BigDecimal", "(autoApply = true)"));
        types.add(converter("Trim", "String", "String", ""));
        for (int i = 1 + dice.below(2); i > 0; i--) {
            addRoot();
        }
        for (int i = dice.below(3); i > 0; i--) {
            addPart();
        }
        for (int i = 1 + dice.below(3); i > 0; i--) {
            if (dice.once(2)) {
                addDependent();
            } else {
                addRoot();
            }
        }
        for (CombinedEntity entity : List.copyOf(entities)) {
            if (dice.once(4) && entity.parent.isEmpty()) {
                addSubclasses(entity);
            }
        }
        for (int i = 2 + dice.below(5); i > 0; i--) {
            attributes.addTo(dice.pick(entities));
        }
        for (CombinedEntity entity : entities) {
            describeTable(entity);
            types.add(entity.type(properties));
        }
        return new GeneratedModel(dice.once(5) ? List.of(dice.pick(SETTINGS)) : List.of(), types);
    }

    private static Type converter(String name, String from, String to, String options) {
        return new Type(
                List.of("@Converter" + options),
                "class " + name + " implements AttributeConverter<" + from + ", " + to + ">",
                false,
                List.of(),
                "public " + to + " convertToDatabaseColumn(" + from + " v) { return null; } public " + from
                        + " convertToEntityAttribute(" + to + " v) { return null; }");
    }

    /** An embeddable, with relations and another one in it unless it is to be a key. */
    private void addPart() {
        String name = dice.name("Part");
        List<Attribute> basics = new ArrayList<>();
        for (int i = 1 + dice.below(2); i > 0; i--) {
            basics.add(attributes.basic(new ArrayList<>(), List.of()));
        }
        List<Attribute> relations = new ArrayList<>();
        if (dice.once(2)) {
            relations.add(attributes.toOne(List.of(), null));
        }
        List<Attribute> all = new ArrayList<>(basics);
        all.addAll(relations);
        boolean keyable = dice.once(2);
        if (!parts.isEmpty() && !keyable && dice.once(3)) {
            Part inner = dice.pick(parts);
            String path = dice.name("inner");
            all.add(new Attribute(List.of("@Embedded"), inner.name(), path));
            inner.basics().forEach(each -> basics.add(inside(path, each)));
            inner.relations().forEach(each -> relations.add(inside(path, each)));
        }
        types.add(keys.embeddable(name, all));
        parts.add(new Part(name, basics, relations, keyable));
    }

    private static Attribute inside(String path, Attribute attribute) {
        return new Attribute(attribute.annotations(), attribute.type(), path + "." + attribute.name());
    }

    private void addRoot() {
        CombinedEntity root = new CombinedEntity(dice.name(dice.pick("Item", "userAccount", "Order2Go")));
        keys.ofRoot(root);
        finish(root);
    }

    /** An entity whose identifier is derived from that of another one. */
    private void addDependent() {
        CombinedEntity entity = new CombinedEntity(dice.name(dice.pick("Line", "detailOf")));
        derivedKeys.of(entity, dice.pick(entities));
        finish(entity);
    }

    private void finish(CombinedEntity entity) {
        if (dice.once(4)) {
            String name = dice.name("alt");
            entity.add("String", name, "@Column(unique = true, nullable = false, length = 17)");
            entity.unique = name;
        }
        if (dice.once(6)) {
            entity.add("String", dice.name("natural"), "@NaturalId");
        }
        if (dice.once(8)) {
            entity.add(dice.pick("int", "Instant"), dice.name("version"), "@Version");
        }
        if (dice.once(12)) {
            entity.add("String", dice.name("tenant"), "@TenantId");
        }
        if (dice.once(12)) {
            entity.annotations.add("@SoftDelete");
        }
        if (dice.once(4)) {
            String table = dice.name("second");
            entity.secondary.add(table);
            entity.annotations.add("@SecondaryTable(name = \"" + table + "\""
                    + (dice.once(2) ? ", pkJoinColumns = {" + primaryKeyJoin(entity) + "}" : "") + ")");
        }
        entities.add(entity);
    }

    private String primaryKeyJoin(CombinedEntity entity) {
        return entity.key.stream()
                .map(column -> "@PrimaryKeyJoinColumn(name = \"" + dice.name("pk") + "\", referencedColumnName = \""
                        + column + "\")")
                .collect(Collectors.joining(", "));
    }

    private void addSubclasses(CombinedEntity root) {
        String strategy = dice.pick("SINGLE_TABLE", "JOINED", "TABLE_PER_CLASS");
        if (root.attributes.toString().contains("IDENTITY") && strategy.equals("TABLE_PER_CLASS")) {
            strategy = "JOINED";
        }
        if (root.identifiedByRelation && strategy.equals("JOINED")) {
            // Hibernate fails there.
            strategy = "SINGLE_TABLE";
        }
        root.annotations.add("@Inheritance(strategy = InheritanceType." + strategy + ")");
        if (!strategy.equals("TABLE_PER_CLASS") && dice.once(2)) {
            root.annotations.add("@DiscriminatorColumn(name = \"" + dice.name("kind") + "\", length = 12)");
        }
        root.isAbstract = dice.once(2);
        List<CombinedEntity> family = new ArrayList<>(List.of(root));
        for (int i = 1 + dice.below(2); i > 0; i--) {
            CombinedEntity above = dice.pick(family);
            CombinedEntity sub = new CombinedEntity(dice.name(dice.pick("Sub", "specialCase")));
            sub.parent = above.name;
            sub.keyType = root.keyType;
            sub.addKey(above.key, root.keyTypes);
            sub.hasTable = !strategy.equals("SINGLE_TABLE");
            if (strategy.equals("JOINED") && dice.once(2)) {
                sub.key.clear();
                List<String> joins = new ArrayList<>();
                for (String column : above.key) {
                    String name = dice.name("sub_");
                    sub.key.add(name);
                    joins.add("@PrimaryKeyJoinColumn(name = \"" + name + "\", referencedColumnName = \"" + column
                            + "\")");
                }
                sub.annotations.add("@PrimaryKeyJoinColumns({" + String.join(", ", joins) + "})");
            }
            if (dice.once(4)) {
                addBetween(sub);
            }
            attributes.addTo(sub);
            family.add(sub);
            entities.add(sub);
        }
    }

    /** A mapped superclass between an entity and the entity above it, which may say what the columns are called. */
    private void addBetween(CombinedEntity sub) {
        String name = dice.name("Between");
        List<String> columns = new ArrayList<>();
        Attribute basic = attributes.basic(columns, List.of());
        Attribute relation = new Attribute(List.of("@ManyToOne"), "T", dice.name("rel"));
        CombinedEntity target = dice.pick(entities);
        List<Attribute> members = new ArrayList<>(List.of(basic, relation));
        if (dice.once(2)) {
            members.add(many(sub));
        }
        types.add(new Type(
                List.of("@MappedSuperclass"),
                "abstract class " + name + "<T, E> extends " + sub.parent,
                properties,
                members,
                ""));
        sub.parent = name + "<" + target.name + ", " + dice.pick("String", "Long", "Weight", "Color") + ">";
        if (dice.once(2)) {
            sub.annotations.add("@AttributeOverride(name = \"" + basic.name() + "\", column = @Column(name = \""
                    + dice.name("over") + "\"))");
        } else {
            sub.columns.addAll(columns);
        }
        if (dice.once(2)) {
            sub.annotations.add("@AssociationOverride(name = \"" + relation.name() + "\", joinColumns = {"
                    + target.joinColumns(dice, "over", "") + "}" + attributes.foreignKey(3, "foreignKey") + ")");
        }
    }

    /** A collection of a type variable, whose table the entity may name anew. */
    private Attribute many(CombinedEntity sub) {
        String name = dice.name("many");
        if (dice.once(2)) {
            return new Attribute(
                    List.of("@ElementCollection", dice.pick("@OrderColumn", "@Column(name = \"el\")", "@OrderBy")),
                    "List<E>",
                    name);
        }
        if (dice.once(2)) {
            sub.annotations.add("@AssociationOverride(name = \"" + name + "\", joinTable = @JoinTable(name = \""
                    + dice.name("joinOver") + "\"))");
        }
        return new Attribute(
                List.of("@ManyToMany", "@JoinTable(name = \"" + dice.name("joinMany") + "\")"),
                dice.pick("Set", "Collection") + "<T>",
                name);
    }

    private void describeTable(CombinedEntity entity) {
        List<String> described = new ArrayList<>();
        if (entity.hasTable && dice.once(4)) {
            described.add("name = \""
                    + dice.name(dice.pick("tbl", "TheTable", "`Odd")).replaceFirst("^(`.*)$", "$1`") + "\"");
        }
        if (entity.hasTable && !entity.columns.isEmpty() && dice.once(3)) {
            described.add("indexes = @Index(columnList = \""
                    + dice.some(entity.columns).stream()
                            .map(column -> column.replace("`", "\\\"") + dice.pick("", " desc"))
                            .collect(Collectors.joining(", "))
                    + "\"" + dice.pick("", ", unique = true", ", name = \"" + dice.name("ix") + "\"") + ")");
        }
        if (entity.hasTable && !entity.columns.isEmpty() && dice.once(3)) {
            described.add("uniqueConstraints = @UniqueConstraint(columnNames = {"
                    + dice.some(entity.columns).stream()
                            .map(column -> "\"" + column + "\"")
                            .collect(Collectors.joining(", "))
                    + "}" + dice.pick("", ", name = \"" + dice.name("uq") + "\"") + ")");
        }
        if (!described.isEmpty()) {
            entity.annotations.add("@Table(" + String.join(", ", described) + ")");
        }
        if (dice.once(10)) {
            entity.annotations.add(dice.pick("@Comment(\"a table\")", "@Check(constraints = \"3 < 4\")"));
        }
    }
}
