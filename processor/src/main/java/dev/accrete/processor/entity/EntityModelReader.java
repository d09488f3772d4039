package dev.accrete.processor.entity;

import dev.accrete.processor.report.Problems;
import dev.accrete.processor.source.AnnotationUsage;
import dev.accrete.processor.source.ClassDetails;
import dev.accrete.processor.source.ClassSource;
import dev.accrete.processor.source.Evaluation;
import dev.accrete.processor.source.TypeRef;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads the entity model from the picture of the classes. */
public final class EntityModelReader {

    private final ClassSource classes;
    private final AccessRules rules;
    private final Problems problems;
    private final AttributeReader attributes;
    private final RedeclaredIdentifiers redeclared;
    private final Map<String, EntityType> entities = new LinkedHashMap<>();
    private final Map<String, ClassDetails> managed = new LinkedHashMap<>();

    private EntityModelReader(
            List<ClassDetails> managed,
            ClassSource classes,
            Evaluation evaluation,
            AccessRules rules,
            Problems problems) {
        this.classes = classes;
        this.rules = rules;
        this.problems = problems;
        this.attributes = new AttributeReader(classes, evaluation, rules, problems, managed);
        this.redeclared = new RedeclaredIdentifiers(classes, rules, problems);
    }

    /**
     * Reads the entities among the managed classes and those that they refer to.
     *
     * @param managed entities and plain managed classes, in any order; other classes are passed over
     * @param evaluation tells what composite user types return
     * @param rules what members are attributes
     * @param problems receives what is wrong; the model then holds what could be read
     */
    public static EntityModel read(
            List<ClassDetails> managed,
            ClassSource classes,
            Evaluation evaluation,
            AccessRules rules,
            Problems problems) {
        EntityModelReader reader = new EntityModelReader(managed, classes, evaluation, rules, problems);
        for (ClassDetails details : managed) {
            reader.managed.put(details.name(), details);
        }
        for (ClassDetails details : managed) {
            reader.entity(details);
        }
        reader.readReferenced();
        reader.checkNames();
        reader.attributes.unread().report(problems);
        Map<String, List<EntityType>> children = new HashMap<>();
        for (EntityType entity : reader.entities.values()) {
            entity.parent()
                    .ifPresent(parent -> children.computeIfAbsent(parent.className(), name -> new ArrayList<>())
                            .add(entity));
        }
        return new EntityModel(reader.entities, children);
    }

    private Optional<EntityType> entity(ClassDetails details) {
        EntityType known = entities.get(details.name());
        if (known != null) {
            return Optional.of(known);
        }
        boolean jpa = details.annotations().has(Jpa.ENTITY);
        if (!jpa && !isPlainManaged(details)) {
            return Optional.empty();
        }
        EntityType entity = read(details, jpa);
        entities.put(details.name(), entity);
        return Optional.of(entity);
    }

    private boolean isPlainManaged(ClassDetails details) {
        return details.annotations().has(Jpa.MANAGED)
                && !details.annotations().has(Jpa.MAPPED_SUPERCLASS)
                && !details.annotations().has(Jpa.EMBEDDABLE)
                && (details.kind() == ClassDetails.Kind.CLASS || details.kind() == ClassDetails.Kind.RECORD);
    }

    private EntityType read(ClassDetails details, boolean jpa) {
        List<EntityType.Superclass> superclasses = new ArrayList<>();
        Optional<EntityType> parent = Optional.empty();
        Map<String, TypeRef> variables = Map.of();
        ClassDetails current = details;
        // Superclasses without annotations are passed over, but those above them count (Hibernate's behaviour).
        while (parent.isEmpty() && current.superclass().isPresent()) {
            TypeRef.Declared use =
                    TypeVariables.replaceArguments(current.superclass().get(), variables);
            Optional<ClassDetails> next = classes.find(use.name());
            if (next.isEmpty()) {
                break;
            }
            current = next.get();
            variables = TypeVariables.bind(current, use);
            if (current.annotations().has(Jpa.ENTITY)) {
                parent = entity(managed.getOrDefault(current.name(), current));
            } else if (current.annotations().has(Jpa.MAPPED_SUPERCLASS) || !jpa) {
                superclasses.add(new EntityType.Superclass(current, variables));
            }
        }
        AccessTypes access = new DefaultAccess(hierarchy(details, superclasses, parent), rules).types();
        return new EntityType(
                details,
                name(details, jpa),
                parent,
                superclasses,
                attributes(details, superclasses, parent, access),
                idClass(details, superclasses, access),
                !jpa,
                isOwned(details));
    }

    private static List<ClassDetails> hierarchy(
            ClassDetails details, List<EntityType.Superclass> superclasses, Optional<EntityType> parent) {
        List<ClassDetails> hierarchy = new ArrayList<>();
        hierarchy.add(details);
        superclasses.forEach(superclass -> hierarchy.add(superclass.details()));
        parent.ifPresent(
                above -> hierarchy.addAll(hierarchy(above.details(), above.mappedSuperclasses(), above.parent())));
        return hierarchy;
    }

    private List<Attribute> attributes(
            ClassDetails details,
            List<EntityType.Superclass> superclasses,
            Optional<EntityType> parent,
            AccessTypes access) {
        List<EntityType.Superclass> topFirst = new ArrayList<>(superclasses);
        Collections.reverse(topFirst);
        Map<String, Attribute> byName = new LinkedHashMap<>();
        for (EntityType.Superclass superclass : topFirst) {
            for (Attribute attribute : attributes.attributes(superclass.details(), access, superclass.variables())) {
                addTo(byName, attribute);
            }
        }
        for (Attribute attribute : attributes.attributes(details, access, Map.of())) {
            addTo(byName, attribute);
        }
        for (Optional<EntityType> above = parent;
                above.isPresent();
                above = above.get().parent()) {
            declared(above.get()).forEach((name, attribute) -> {
                Attribute again = byName.remove(name);
                if (again != null) {
                    this.attributes.unread().look(attribute, again);
                }
            });
        }
        return List.copyOf(byName.values());
    }

    /** Hibernate: an attribute that a subclass declares again keeps the superclass's mapping. */
    private void addTo(Map<String, Attribute> byName, Attribute attribute) {
        Attribute above = byName.putIfAbsent(attribute.name(), attribute);
        if (above != null) {
            redeclared.check(above, attribute);
            attributes.unread().look(above, attribute);
        }
    }

    /**
     * The attributes that stay those of the entity where a class that extends it declares them again.
     *
     * @implNote Hibernate's PropertyBinder.alreadyProcessedBySuper; it does not find the parts of an {@code @IdClass}
     */
    private static Map<String, Attribute> declared(EntityType entity) {
        return entity.attributes().stream()
                .filter(attribute -> entity.idClass().isEmpty()
                        || !attribute.declaration().annotations().has(Jpa.ID))
                .collect(Collectors.toMap(Attribute::name, attribute -> attribute));
    }

    /**
     * The class that holds the identifier's attributes: stated on the class itself or on the nearest mapped superclass, but
     * not above one that has several {@code @Id} attributes of its own (Hibernate's InheritanceState).
     */
    private Optional<EmbeddableType> idClass(
            ClassDetails details, List<EntityType.Superclass> superclasses, AccessTypes access) {
        for (ClassDetails each : hierarchy(details, superclasses, Optional.empty())) {
            Optional<TypeRef> stated = each.annotations().find(Jpa.ID_CLASS).flatMap(usage -> usage.type("value"));
            if (stated.isPresent() && stated.get() instanceof TypeRef.Declared declared) {
                return classes.find(declared.name())
                        .map(found -> attributes
                                .embeddables()
                                .readIdClass(found, declared, access.embedded(found.annotations())));
            }
            if (Stream.concat(each.fields().stream(), each.getters().stream())
                            .filter(member -> member.annotations().has(Jpa.ID))
                            .count()
                    > 1) {
                return Optional.empty();
            }
        }
        return Optional.empty();
    }

    private static String name(ClassDetails details, boolean jpa) {
        Optional<String> stated = jpa
                ? details.annotations().find(Jpa.ENTITY).flatMap(usage -> usage.nonEmpty("name"))
                : Optional.empty();
        return stated.orElseGet(() -> details.packageName().isEmpty()
                ? details.binaryName()
                : details.binaryName().substring(details.packageName().length() + 1));
    }

    /** {@code @Managed} on the class, else on its package; a class of another module is never owned. */
    private boolean isOwned(ClassDetails details) {
        return managed.containsKey(details.name())
                && details.annotations()
                        .find(Jpa.MANAGED)
                        .or(() -> details.packageAnnotations().find(Jpa.MANAGED))
                        .map(usage -> usage.flag("value", true))
                        .orElse(true);
    }

    /** Entities that relations refer to and that nobody handed in: foreign keys may point to their tables. */
    private void readReferenced() {
        List<EntityType> open = new ArrayList<>(entities.values());
        for (int i = 0; i < open.size(); i++) {
            for (Attribute attribute : open.get(i).attributes()) {
                readTarget(attribute, open);
            }
        }
    }

    private void readTarget(Attribute attribute, List<EntityType> open) {
        if (attribute instanceof Attribute.Embedded embedded) {
            readTargets(embedded.embeddable(), open);
        } else if (attribute instanceof Attribute.ToOne toOne) {
            readTarget(toOne.target(), open);
        } else if (attribute instanceof Attribute.ToMany toMany) {
            readTargets(toMany.plural(), open);
        } else if (attribute instanceof Attribute.ElementCollection elements) {
            readTargets(elements.plural(), open);
        }
    }

    private void readTargets(EmbeddableType embeddable, List<EntityType> open) {
        embeddable.attributes().forEach(nested -> readTarget(nested, open));
    }

    /** Values and keys may be entities or have relations. */
    private void readTargets(Plural plural, List<EntityType> open) {
        readTarget(plural.element().text(), open);
        plural.key().ifPresent(key -> readTarget(key.text(), open));
        plural.embeddable().ifPresent(embeddable -> readTargets(embeddable, open));
        plural.embeddableKey().ifPresent(embeddable -> readTargets(embeddable, open));
    }

    private void readTarget(String className, List<EntityType> open) {
        if (!entities.containsKey(className)) {
            classes.find(className)
                    .filter(details -> details.annotations().has(Jpa.ENTITY))
                    .flatMap(this::entity)
                    .ifPresent(open::add);
        }
    }

    private void checkNames() {
        Map<String, EntityType> byName = new HashMap<>();
        for (EntityType entity : entities.values()) {
            EntityType other = entity.plain() ? null : byName.putIfAbsent(entity.name(), entity);
            if (other != null) {
                problems.add(
                        EntityCode.SAME_NAME,
                        entity.details()
                                .annotations()
                                .find(Jpa.ENTITY)
                                .map(AnnotationUsage::place)
                                .orElse(entity.details().place()),
                        entity.details().simpleName(),
                        "the entity is called " + entity.name() + ", as is " + other.className(),
                        "give it another name with @Entity(name = \"...\") and its own @Table(name = \"...\")");
            }
        }
    }
}
