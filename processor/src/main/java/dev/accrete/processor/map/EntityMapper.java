package dev.accrete.processor.map;

import dev.accrete.processor.entity.Attribute;
import dev.accrete.processor.entity.EntityCode;
import dev.accrete.processor.entity.EntityModel;
import dev.accrete.processor.entity.EntityType;
import dev.accrete.processor.entity.Jpa;
import dev.accrete.processor.report.Problems;
import dev.accrete.processor.source.AnnotationUsage;
import dev.accrete.processor.source.Annotations;
import dev.accrete.processor.source.ClassDetails;
import dev.accrete.processor.source.TypeRef;
import dev.accrete.schema.model.ColumnType;
import dev.accrete.schema.model.Name;
import dev.accrete.schema.model.Origin;
import dev.accrete.schema.model.QualifiedName;
import dev.accrete.schema.model.ReferentialAction;
import dev.accrete.schema.model.Sequence;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Binds entities to tables: first identifiers, so that keys can refer to them, then everything else.
 *
 * @implNote Source of the rules: Hibernate 7.4, measured.
 */
final class EntityMapper {

    private static final String SEQUENCE_SUFFIX = "_SEQ";
    private static final int INCREMENT = 50;

    /** What an identity column can be; Hibernate lets an attribute be any of these. */
    private static final Set<String> NUMBERED = Set.of(
            "byte",
            "short",
            "int",
            "long",
            "java.lang.Byte",
            "java.lang.Short",
            "java.lang.Integer",
            "java.lang.Long",
            "java.math.BigInteger",
            "java.math.BigDecimal");

    private final EntityModel model;
    private final NamingStrategy naming;
    private final BasicTypes types;
    private final SupportedAnnotations supported;
    private final Problems problems;
    private final Map<String, EntityBinding> bindings = new LinkedHashMap<>();
    private final Map<QualifiedName, Sequence> sequences = new TreeMap<>();

    EntityMapper(
            EntityModel model,
            NamingStrategy naming,
            BasicTypes types,
            SupportedAnnotations supported,
            Problems problems) {
        this.model = model;
        this.naming = naming;
        this.types = types;
        this.supported = supported;
        this.problems = problems;
    }

    /** Binds all entities. */
    void bind() {
        for (EntityType entity : model.entities()) {
            bindIdentifier(entity);
        }
        for (EntityBinding binding : bindings.values()) {
            binding.entity.attributes().stream()
                    .filter(attribute -> !attribute.has(Jpa.ID))
                    .forEach(attribute -> bind(attribute, Scope.of(binding, false)));
        }
    }

    List<EntityBinding> bindings() {
        return List.copyOf(bindings.values());
    }

    List<Sequence> sequences() {
        return List.copyOf(sequences.values());
    }

    private void bindIdentifier(EntityType entity) {
        String simple = entity.details().simpleName();
        checkAnnotations(entity);
        if (entity.parent().isPresent()) {
            problems.add(
                    EntityCode.NOT_MAPPED,
                    entity.details().place(),
                    simple,
                    "an entity that extends an entity is not mapped yet",
                    "make the superclass a @MappedSuperclass, or take both out with @Managed(false)");
            return;
        }
        Optional<AnnotationUsage> table = entity.details().annotations().find(Jpa.TABLE);
        Name logical = NamingStrategy.table(entity, table.flatMap(usage -> usage.nonEmpty("name")));
        EntityBinding binding = new EntityBinding(
                entity,
                new TableBinding(
                        logical,
                        naming.physical(
                                table.flatMap(usage -> usage.nonEmpty("schema")).map(NamingStrategy::name), logical),
                        new Origin(entity.className(), ""),
                        table.map(AnnotationUsage::place)
                                .orElse(entity.details().place()),
                        entity.owned()));
        binding.overrides.add("", entity.details().annotations());
        entity.mappedSuperclasses()
                .forEach(superclass ->
                        binding.overrides.add("", superclass.details().annotations()));
        bindings.put(entity.className(), binding);
        List<Attribute> identifiers = entity.attributes().stream()
                .filter(attribute -> attribute.has(Jpa.ID))
                .toList();
        if (identifiers.isEmpty() && !entity.plain()) {
            problems.add(
                    EntityCode.NO_IDENTIFIER,
                    entity.details().place(),
                    simple,
                    "the entity has no identifier",
                    "mark the attribute that identifies it with @Id, e.g. @Id @GeneratedValue Long id;");
        }
        if (identifiers.size() > 1) {
            problems.add(
                    EntityCode.NOT_MAPPED,
                    identifiers.get(1).declaration().place(),
                    Scope.of(binding, true).subject(identifiers.get(1)),
                    "an identifier of several attributes is not mapped yet",
                    "use one @Id attribute and a unique constraint over the others, or @Managed(false)");
        }
        identifiers.stream().limit(1).forEach(attribute -> bind(attribute, Scope.of(binding, true)));
        binding.identifier = List.copyOf(binding.table.columns());
        binding.table.primaryKey = binding.identifier;
    }

    private void checkAnnotations(EntityType entity) {
        supported.check(entity.details().annotations(), entity.details().simpleName());
        entity.mappedSuperclasses()
                .forEach(superclass -> supported.check(
                        superclass.details().annotations(), superclass.details().simpleName()));
    }

    private void bind(Attribute attribute, Scope scope) {
        if (scope.owner().attributes.putIfAbsent(scope.path(attribute), List.of()) != null) {
            return;
        }
        supported.check(attribute.declaration().annotations(), scope.subject(attribute));
        attribute.accept(new Binder(scope));
    }

    private void refuse(Attribute attribute, Scope scope, AnnotationUsage usage) {
        SupportedAnnotations.refuse(usage, scope.subject(attribute), problems);
    }

    private void addColumn(ColumnBinding column, TableBinding table) {
        Optional<ColumnBinding> present = table.column(column.name);
        if (present.isPresent() && present.get().insertable && column.insertable) {
            problems.add(
                    EntityCode.SHARED_COLUMN,
                    column.place,
                    column.subject,
                    "the column " + column.name.text() + " of " + table.name + " belongs to " + present.get().subject
                            + " already",
                    "name another column with @Column(name = \"...\")");
            return;
        }
        table.add(column);
    }

    /** Binds one attribute in its scope. */
    private final class Binder implements Attribute.Visitor<Void> {

        private final Scope scope;

        Binder(Scope scope) {
            this.scope = scope;
        }

        @Override
        public Void basic(Attribute.Basic attribute) {
            Annotations annotations = attribute.declaration().annotations();
            Optional<AnnotationUsage> stated =
                    scope.overrides().column(scope.path(attribute)).or(() -> annotations.find(Jpa.COLUMN));
            ColumnSpec spec = ColumnSpec.of(stated, attribute.declaration().place());
            if (stated.isPresent()
                    && (spec.table().isPresent() || !spec.checks().isEmpty())) {
                refuse(attribute, scope, stated.get());
                return null;
            }
            Optional<ColumnType> type = types.of(attribute.declaration().type(), annotations, spec);
            if (type.isEmpty()) {
                problems.add(
                        EntityCode.UNKNOWN_TYPE,
                        attribute.declaration().place(),
                        scope.subject(attribute),
                        "no column type is known for "
                                + attribute.declaration().type().text() + " here",
                        "state it with @Column(columnDefinition = \"...\"), or mark the attribute @Transient");
                return null;
            }
            Name logical = spec.name().orElse(NamingStrategy.name(attribute.name()));
            ColumnBinding column = new ColumnBinding(
                    logical,
                    naming.physical(logical),
                    type.get(),
                    scope.origin(attribute),
                    scope.subject(attribute),
                    spec.place());
            if (spec.definition().isPresent()) {
                types.checkBesideDefinition(attribute.declaration().type(), annotations, column.name)
                        .ifPresent(column.checks::add);
            }
            column.nullable = isNullable(attribute, annotations, spec);
            column.unique = spec.unique();
            column.insertable = spec.insertable();
            column.comment = spec.comment();
            column.options = spec.options();
            column.defaultValue = annotations.find(Jpa.COLUMN_DEFAULT).flatMap(usage -> usage.nonEmpty("value"));
            addColumn(column, scope.table());
            if (scope.identifier()) {
                generate(attribute, annotations, column);
            }
            return null;
        }

        private boolean isNullable(Attribute attribute, Annotations annotations, ColumnSpec spec) {
            boolean always = scope.identifier()
                    || annotations.has(Jpa.VERSION)
                    || annotations.has(Jpa.CREATION_TIMESTAMP)
                    || annotations.has(Jpa.UPDATE_TIMESTAMP);
            boolean optional = annotations
                    .find(Jpa.BASIC)
                    .map(usage -> usage.flag("optional", true))
                    .orElse(true);
            boolean primitive = attribute.declaration().isPrimitive() && !spec.stated() && !scope.isEmbedded();
            return !always && optional && !primitive && spec.nullable();
        }

        private void generate(Attribute attribute, Annotations annotations, ColumnBinding column) {
            Optional<AnnotationUsage> generated = annotations.find(Jpa.GENERATED_VALUE);
            if (generated.isEmpty()) {
                return;
            }
            TypeRef type = attribute.declaration().type();
            // Hibernate looks at the type as it is declared: behind a type variable it sees no UUID.
            boolean uuidOrText = !isTypeVariable(attribute)
                    && (type.text().equals("java.util.UUID") || type.text().equals("java.lang.String"));
            switch (generated.get().constant("strategy")) {
                case "IDENTITY" -> identity(attribute, generated.get(), column);
                case "UUID" -> {
                    // Made by the application.
                }
                case "TABLE" -> refuse(attribute, scope, generated.get());
                default -> {
                    if (!uuidOrText) {
                        sequence(attribute, annotations, generated.get());
                    }
                }
            }
        }

        private void identity(Attribute attribute, AnnotationUsage generated, ColumnBinding column) {
            column.identity = true;
            if (!NUMBERED.contains(attribute.declaration().type().text())) {
                problems.add(
                        EntityCode.IDENTITY_TYPE,
                        generated.place(),
                        scope.subject(attribute),
                        "the database numbers rows with whole numbers, and "
                                + attribute.declaration().type().text() + " is none",
                        "make the attribute a Long, or use GenerationType.UUID for a UUID or String");
            }
        }

        private static boolean isTypeVariable(Attribute attribute) {
            ClassDetails declaring = attribute.declaration().declaring();
            return Stream.concat(declaring.fields().stream(), declaring.getters().stream())
                    .anyMatch(member ->
                            member.name().equals(attribute.name()) && member.type() instanceof TypeRef.Variable);
        }

        private void sequence(Attribute attribute, Annotations annotations, AnnotationUsage generated) {
            EntityType entity = scope.owner().entity;
            Optional<AnnotationUsage> generator =
                    annotations.find(Jpa.SEQUENCE_GENERATOR).or(() -> entity.annotation(Jpa.SEQUENCE_GENERATOR));
            Optional<String> wanted = generated.nonEmpty("generator");
            boolean other = generator.isPresent()
                    && wanted.isPresent()
                    && !wanted.equals(generator.get().nonEmpty("name"));
            if (other || entity.details().packageAnnotations().has(Jpa.SEQUENCE_GENERATOR)) {
                refuse(attribute, scope, generated);
                return;
            }
            String implicit = scope.owner().table.logical.text() + SEQUENCE_SUFFIX;
            Name implicitName = scope.owner().table.logical.quoted() ? Name.quoted(implicit) : Name.of(implicit);
            Name logical = generator
                    .flatMap(usage -> usage.nonEmpty("sequenceName").or(() -> usage.nonEmpty("name")))
                    .or(() -> wanted)
                    .map(NamingStrategy::name)
                    .orElse(implicitName);
            int allocation = generator
                    .map(usage -> usage.number("allocationSize", INCREMENT))
                    .orElse(INCREMENT);
            QualifiedName name = naming.physical(
                    generator.flatMap(usage -> usage.nonEmpty("schema")).map(NamingStrategy::name), logical);
            Sequence sequence = new Sequence(
                    name,
                    generator.map(usage -> usage.number("initialValue", 1)).orElse(1),
                    allocation == 0 ? 1 : allocation,
                    generator.flatMap(usage -> usage.nonEmpty("options")),
                    Set.of());
            Sequence present = entity.owned() ? sequences.putIfAbsent(name, sequence) : null;
            if (present != null && !present.equals(sequence)) {
                problems.add(
                        EntityCode.GENERATOR_CONFLICT,
                        generated.place(),
                        scope.subject(attribute),
                        "the sequence " + name + " is declared twice with different values",
                        "give one of the @SequenceGenerators another sequenceName");
            }
        }

        @Override
        public Void embedded(Attribute.Embedded attribute) {
            if (scope.identifier()) {
                attribute.declaration().annotations().find(Jpa.ID).ifPresent(id -> refuse(attribute, scope, id));
                return null;
            }
            supported.check(
                    attribute.embeddable().details().annotations(),
                    attribute.embeddable().details().simpleName());
            scope.overrides().add(scope.path(attribute), attribute.declaration().annotations());
            scope.overrides()
                    .add(scope.path(attribute), attribute.embeddable().details().annotations());
            Scope inside = scope.within(attribute);
            attribute.embeddable().attributes().forEach(each -> bind(each, inside));
            return null;
        }

        @Override
        public Void toOne(Attribute.ToOne attribute) {
            refuseColumn(attribute);
            if (attribute.isInverse()) {
                checkInverse(attribute, attribute.usage(), attribute.target());
                return null;
            }
            EntityBinding target = bindings.get(attribute.target());
            if (target == null) {
                if (model.find(attribute.target()).isEmpty()) {
                    problems.add(
                            EntityCode.NO_ENTITY,
                            attribute.usage().place(),
                            scope.subject(attribute),
                            attribute.target() + " is no entity",
                            "add @Entity to it, or name the entity with targetEntity");
                }
                return null;
            }
            // An enum's check belongs to the referenced column alone, so its type can't simply be copied.
            boolean plainKey =
                    target.identifier.size() == 1 && !(target.identifier.get(0).type instanceof ColumnType.Enumeration);
            if (scope.identifier() || !plainKey) {
                refuse(attribute, scope, attribute.usage());
                return null;
            }
            ColumnBinding key = target.identifier.get(0);
            Optional<AnnotationUsage> stated =
                    attribute.declaration().annotations().find(Jpa.JOIN_COLUMN);
            ColumnSpec spec = ColumnSpec.of(stated, attribute.declaration().place());
            boolean otherKey = spec.referenced().isPresent()
                    && !naming.physical(spec.referenced().get()).equals(key.name);
            if (stated.isPresent()
                    && (otherKey || spec.table().isPresent() || !spec.checks().isEmpty())) {
                refuse(attribute, scope, stated.get());
                return null;
            }
            ColumnBinding column = column(attribute, spec, target, key);
            addColumn(column, scope.table());
            reference(stated, scope.table().column(column.name).orElse(column), target, key);
            return null;
        }

        /** A name that is derived from a quoted table or column is quoted. */
        private static Name joined(Attribute attribute, EntityBinding target, ColumnBinding key) {
            Name name = NamingStrategy.joined(attribute.name(), key.logical);
            return target.table.logical.quoted() ? Name.quoted(name.text()) : name;
        }

        private ColumnBinding column(
                Attribute.ToOne attribute, ColumnSpec spec, EntityBinding target, ColumnBinding key) {
            Name logical = spec.name().orElse(joined(attribute, target, key));
            ColumnBinding column = new ColumnBinding(
                    logical,
                    naming.physical(logical),
                    spec.definition().<ColumnType>map(ColumnType.Raw::new).orElse(key.type),
                    scope.origin(attribute),
                    scope.subject(attribute),
                    spec.place());
            column.nullable = spec.nullable() && attribute.usage().flag("optional", true);
            column.unique = attribute.oneToOne() || spec.unique();
            column.insertable = spec.insertable();
            column.comment = spec.comment();
            column.options = spec.options();
            column.defaultValue = attribute
                    .declaration()
                    .annotations()
                    .find(Jpa.COLUMN_DEFAULT)
                    .flatMap(usage -> usage.nonEmpty("value"));
            return column;
        }

        private void reference(
                Optional<AnnotationUsage> stated, ColumnBinding column, EntityBinding target, ColumnBinding key) {
            Optional<AnnotationUsage> foreignKey = stated.flatMap(usage -> usage.nested("foreignKey"));
            if (foreignKey
                    .map(usage -> usage.constant("value").equals("NO_CONSTRAINT"))
                    .orElse(false)) {
                return;
            }
            scope.table()
                    .references
                    .add(new TableBinding.Reference(
                            foreignKey.flatMap(usage -> usage.nonEmpty("name")).map(NamingStrategy::name),
                            List.of(column),
                            target.table,
                            List.of(key),
                            ReferentialAction.NO_ACTION,
                            foreignKey.flatMap(usage -> usage.nonEmpty("foreignKeyDefinition")),
                            foreignKey.flatMap(usage -> usage.nonEmpty("options"))));
        }

        @Override
        public Void toMany(Attribute.ToMany attribute) {
            refuseColumn(attribute);
            if (attribute.isInverse()) {
                checkInverse(attribute, attribute.usage(), attribute.target());
            } else {
                refuse(attribute, scope, attribute.usage());
            }
            return null;
        }

        /** A relation has join columns; Hibernate does not start with a {@code @Column} on one. */
        private void refuseColumn(Attribute attribute) {
            attribute.declaration().annotations().find(Jpa.COLUMN).ifPresent(usage -> refuse(attribute, scope, usage));
        }

        private void checkInverse(Attribute attribute, AnnotationUsage usage, String target) {
            Optional<EntityType> other = model.find(target);
            if (other.isEmpty()) {
                return;
            }
            String owner = usage.string("mappedBy");
            String first = owner.contains(".") ? owner.substring(0, owner.indexOf('.')) : owner;
            if (other.get().attributes().stream().noneMatch(each -> each.name().equals(first))) {
                problems.add(
                        EntityCode.UNKNOWN_INVERSE,
                        usage.place("mappedBy"),
                        scope.subject(attribute),
                        other.get().details().simpleName() + " has no attribute " + owner,
                        "name in mappedBy the attribute of "
                                + other.get().details().simpleName() + " that refers to this entity");
            }
        }

        @Override
        public Void elementCollection(Attribute.ElementCollection attribute) {
            refuse(attribute, scope, attribute.usage());
            return null;
        }

        @Override
        public Void any(Attribute.Any attribute) {
            refuse(attribute, scope, attribute.usage());
            return null;
        }

        @Override
        public Void manyToAny(Attribute.ManyToAny attribute) {
            refuse(attribute, scope, attribute.usage());
            return null;
        }
    }

    /** In the order of declaration. */
    static List<Name> names(List<ColumnBinding> columns) {
        List<Name> names = new ArrayList<>(columns.size());
        columns.forEach(column -> names.add(column.name));
        return names;
    }
}
