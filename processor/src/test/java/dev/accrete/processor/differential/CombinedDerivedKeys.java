package dev.accrete.processor.differential;

import dev.accrete.processor.differential.GeneratedModel.Attribute;
import dev.accrete.processor.differential.GeneratedModel.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Makes the identifiers of {@link CombinationGenerator} that are derived from those of other entities, or read their columns. */
final class CombinedDerivedKeys {

    private final Dice dice;
    private final List<Type> types;
    private final List<CombinedEntity> entities;
    private final CombinedKeys keys;

    CombinedDerivedKeys(Dice dice, List<Type> types, List<CombinedEntity> entities, CombinedKeys keys) {
        this.dice = dice;
        this.types = types;
        this.entities = entities;
        this.keys = keys;
    }

    /**
     * A relation that an identifier is derived from.
     *
     * @param columns the logical names of its columns
     */
    private record Relation(String name, CombinedEntity target, List<String> columns, List<String> annotations) {

        Attribute attribute(String... more) {
            List<String> all = new ArrayList<>(List.of(more));
            all.addAll(annotations);
            return new Attribute(all, target.name, name);
        }
    }

    private Relation relation(CombinedEntity target) {
        String name = dice.name("of");
        if (dice.once(2)) {
            return new Relation(name, target, CombinedKeys.derived(name, target), List.of());
        }
        List<String> columns =
                target.key.stream().map(column -> keys.quoted(dice.name("d"))).toList();
        String joins = CombinedKeys.joins(columns, target);
        return new Relation(
                name,
                target,
                columns,
                List.of(dice.once(3) ? joins.replace("), @", ") @") : "@JoinColumns({" + joins + "})"));
    }

    /** Derives the key of an entity from that of another one. */
    void of(CombinedEntity entity, CombinedEntity target) {
        if (target.keyType.equals(target.name)) {
            // It has no class that a part could be.
            idClass(entity, List.of(relation(target)), false);
            return;
        }
        switch (dice.below(16)) {
            case 0, 1 -> relationAlone(entity, relation(target));
            case 2, 3 -> whole(entity, relation(target));
            case 4, 5, 6 -> idClass(entity, List.of(relation(target)), dice.once(4));
            case 7 -> sharedValues(entity, target);
            case 8 -> idClass(entity, List.of(relation(target), relation(dice.pick(entities))), false);
            case 9 -> parts(entity, List.of(relation(target), relation(target)));
            case 10, 11 -> readAgain(entity, target, false);
            case 12 -> readAgain(entity, target, true);
            default -> parts(entity, List.of(relation(target)));
        }
    }

    private void relationAlone(CombinedEntity entity, Relation relation) {
        CombinedEntity target = relation.target();
        entity.addKey(relation.columns(), target.keyTypes);
        entity.keyType = target.keyType;
        entity.identifiedByRelation = true;
        entity.attributes.add(relation.attribute("@Id", "@OneToOne"));
    }

    private void whole(CombinedEntity entity, Relation relation) {
        CombinedEntity target = relation.target();
        entity.addKey(relation.columns(), target.keyTypes);
        entity.keyType = target.keyType;
        entity.add(target.keyType, "id", target.key.size() == 1 ? "@Id" : "@EmbeddedId");
        entity.attributes.add(relation.attribute("@MapsId", dice.pick("@OneToOne", "@ManyToOne")));
    }

    /** Relations and a number, with a class for them or without. */
    private void idClass(CombinedEntity entity, List<Relation> relations, boolean bare) {
        Attribute number = new Attribute(List.of(), "int", dice.name("no"));
        List<Attribute> members = new ArrayList<>();
        entity.keyType = bare ? entity.name : dice.name("Key");
        for (Relation relation : relations) {
            entity.addKey(relation.columns(), relation.target().keyTypes);
            members.add(new Attribute(List.of(), relation.target().keyType, relation.name()));
            entity.attributes.add(relation.attribute("@Id", dice.pick("@ManyToOne", "@ManyToOne", "@OneToOne")));
        }
        members.add(number);
        entity.add("int", number.name(), "@Id");
        entity.addKey(number.name(), "int");
        if (!bare) {
            keys.idClass(entity.keyType, members);
            entity.annotations.add("@IdClass(" + entity.keyType + ".class)");
        }
    }

    /** The two share their key's values, and the relation has no column of its own. */
    private void sharedValues(CombinedEntity entity, CombinedEntity target) {
        entity.keyType = target.keyType;
        boolean simple = target.key.size() == 1;
        entity.addKey(simple ? List.of("id") : target.key, target.keyTypes);
        entity.add(target.keyType, "id", simple ? "@Id" : "@EmbeddedId");
        entity.add(
                target.name,
                dice.name("of"),
                "@OneToOne" + dice.pick("", "(optional = false)"),
                "@PrimaryKeyJoinColumn");
    }

    /** An embedded identifier whose parts relations stand for. */
    private void parts(CombinedEntity entity, List<Relation> relations) {
        String number = dice.name("no");
        entity.keyType = dice.name("Key");
        List<Attribute> members = new ArrayList<>();
        for (Relation relation : relations) {
            String part = dice.name("whole");
            members.add(new Attribute(List.of(), relation.target().keyType, part));
            entity.addKey(relation.columns(), relation.target().keyTypes);
            entity.attributes.add(relation.attribute(
                    "@MapsId(\"" + part + "\")", dice.pick("@ManyToOne", "@ManyToOne", "@OneToOne")));
        }
        members.add(new Attribute(List.of(), "short", number));
        types.add(keys.embeddable(entity.keyType, members));
        entity.add(entity.keyType, "id", "@EmbeddedId");
        entity.addKey(number, "short");
    }

    /** An identifier with values of its own, whose columns a relation reads again. */
    private void readAgain(CombinedEntity entity, CombinedEntity target, boolean idClass) {
        List<Attribute> members = new ArrayList<>();
        List<String> columns = new ArrayList<>();
        for (String type : target.keyTypes) {
            String name = dice.name("part");
            String column = dice.once(2) ? keys.quoted(dice.name("read")) : name;
            columns.add(column);
            members.add(new Attribute(
                    column.equals(name) ? List.of() : List.of("@Column(name = \"" + column + "\")"), type, name));
        }
        String number = dice.name("no");
        members.add(new Attribute(List.of(), "int", number));
        entity.addKey(columns, target.keyTypes);
        entity.addKey(number, "int");
        entity.keyType = dice.name("Key");
        if (idClass) {
            keys.idClass(entity.keyType, members);
            entity.annotations.add("@IdClass(" + entity.keyType + ".class)");
            members.forEach(each -> {
                List<String> annotations = new ArrayList<>(List.of("@Id"));
                annotations.addAll(each.annotations());
                entity.attributes.add(new Attribute(annotations, each.type(), each.name()));
            });
        } else {
            types.add(keys.embeddable(entity.keyType, members));
            entity.add(entity.keyType, "id", "@EmbeddedId");
        }
        String joins = String.join(
                ", ",
                IntStream.range(0, columns.size())
                        .mapToObj(i -> "@JoinColumn(name = \"" + columns.get(i) + "\", referencedColumnName = \""
                                + target.key.get(i) + "\", insertable = false, updatable = false)")
                        .toList());
        entity.add(
                target.name,
                dice.name("reads"),
                dice.pick("@ManyToOne", "@ManyToOne", "@OneToOne") + dice.pick("", "(optional = false)"),
                "@JoinColumns({" + joins + "})");
    }
}
