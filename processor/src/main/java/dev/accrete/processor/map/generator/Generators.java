package dev.accrete.processor.map.generator;

import dev.accrete.processor.entity.Attribute;
import dev.accrete.processor.entity.EntityCode;
import dev.accrete.processor.entity.Jpa;
import dev.accrete.processor.map.binding.CollectionBinding;
import dev.accrete.processor.map.binding.ColumnBinding;
import dev.accrete.processor.map.binding.EntityBinding;
import dev.accrete.processor.map.binding.Scope;
import dev.accrete.processor.map.binding.TableBinding;
import dev.accrete.processor.map.binding.Tables;
import dev.accrete.processor.map.context.MappingContext;
import dev.accrete.processor.source.AnnotationUsage;
import dev.accrete.processor.source.Annotations;
import dev.accrete.processor.source.TypeRef;
import dev.accrete.schema.model.QualifiedName;
import dev.accrete.schema.model.Sequence;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What generated identifiers need in the database: identity columns, sequences, tables with counters.
 *
 * @implNote Hibernate's IdGeneratorResolverSecondPass decides which generator it is.
 */
public final class Generators {

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

    private final MappingContext context;
    private final GeneratorStrategies strategies;
    private final Sequences sequences;
    private final GeneratorTables counters;

    /** @param tables receives the tables with counters */
    public Generators(MappingContext context, Tables tables) {
        this.context = context;
        this.sequences = new Sequences(context);
        this.counters = new GeneratorTables(context, tables);
        this.strategies = new GeneratorStrategies(context, this);
    }

    /**
     * An attribute of an identifier whose values are generated.
     *
     * @param table the table whose rows it numbers
     */
    record Generated(
            Attribute attribute,
            Scope scope,
            ColumnBinding column,
            GeneratorScope generators,
            AnnotationUsage by,
            TableBinding table) {

        String subject() {
            return scope.subject(attribute);
        }

        EntityBinding owner() {
            return scope.owner();
        }

        Optional<String> name() {
            return by.nonEmpty("generator").filter(name -> !name.isBlank());
        }

        Generated with(AnnotationUsage other) {
            return new Generated(attribute, scope, column, generators, other, table);
        }
    }

    /** The sequences that identifiers need so far. */
    public List<Sequence> sequences() {
        return sequences.all();
    }

    /** Reports a generator of an attribute's values that has something made in the database. */
    public void check(Attribute attribute, Scope scope) {
        strategies.checkValues(attribute.declaration().annotations(), scope.subject(attribute));
    }

    /**
     * Gives an identifier's column the identity, or its attribute the sequence or table, that its annotations ask for.
     *
     * @param attribute may be an embedded identifier: Hibernate makes the sequence or the table, though no column takes its values
     * @param column the attribute's column, or one of them
     */
    public void apply(Attribute attribute, Scope scope, ColumnBinding column) {
        Annotations annotations = attribute.declaration().annotations();
        GeneratorScope visible = new GeneratorScope(attribute, scope.owner());
        TableBinding table = scope.owner().table;
        Optional<AnnotationUsage> own = strategies.annotation(annotations);
        if (own.isPresent()) {
            strategies.byAnnotation(own.get(), new Generated(attribute, scope, column, visible, own.get(), table));
            return;
        }
        annotations
                .find(Jpa.GENERATED_VALUE)
                .ifPresent(usage -> apply(new Generated(attribute, scope, column, visible, usage, table)));
    }

    /**
     * Gives the identifiers of a collection's rows what their generator needs; the database can't number them itself.
     *
     * @param usage the {@code @CollectionId}
     * @implNote Hibernate's IdBagBinder: generators by their names are those of the attribute and of its entity alone.
     */
    public void applyToCollection(AnnotationUsage usage, CollectionBinding collection, ColumnBinding column) {
        Attribute attribute = collection.attribute();
        GeneratorScope visible =
                new GeneratorScope(attribute, collection.scope().owner());
        Generated generated = new Generated(attribute, collection.scope(), column, visible, usage, collection.table());
        String name = usage.string("generator");
        Optional<AnnotationUsage> declared = visible.ofCollection(name);
        if (name.equals("sequence")) {
            sequence(GeneratorSpec.of(Optional.empty()), generated);
        } else if (declared.isPresent() && !strategies.isIdentity(declared.get())) {
            byDeclaration(declared.get(), generated);
        } else if (!name.equals("increment")) {
            context.refuse(usage, collection.subject());
        }
    }

    private void apply(Generated generated) {
        if (!context.version.findsGeneratorsByKind()) {
            Optional<AnnotationUsage> declared =
                    generated.name().flatMap(name -> generated.generators().ofAnyKind(name, generated, context));
            if (declared.isPresent()) {
                byDeclaration(declared.get(), generated);
                return;
            }
            if (generated.attribute() instanceof Attribute.Embedded) {
                // GeneratorBinder.createIdGenerator: no strategy alone makes values of several columns.
                return;
            }
        }
        switch (generated.by().constant("strategy")) {
            case "IDENTITY" -> identity(generated);
            case "UUID" -> {
                // Made by the application.
            }
            case "SEQUENCE" -> sequence(find(generated, Jpa.SEQUENCE_GENERATOR, Jpa.SEQUENCE_GENERATORS), generated);
            case "TABLE" -> table(find(generated, Jpa.TABLE_GENERATOR, Jpa.TABLE_GENERATORS), generated);
            default -> auto(generated);
        }
    }

    private void byDeclaration(AnnotationUsage declared, Generated generated) {
        switch (declared.name()) {
            case Jpa.SEQUENCE_GENERATOR -> sequence(Optional.of(declared), generated);
            case Jpa.TABLE_GENERATOR -> table(Optional.of(declared), generated);
            default -> strategies.generic(declared, generated);
        }
    }

    /** AUTO: whatever generator is declared, else what the type asks for. */
    private void auto(Generated generated) {
        if (generated.name().equals(Optional.of("increment"))) {
            return;
        }
        Optional<AnnotationUsage> sequence = find(generated, Jpa.SEQUENCE_GENERATOR, Jpa.SEQUENCE_GENERATORS);
        Optional<AnnotationUsage> table = find(generated, Jpa.TABLE_GENERATOR, Jpa.TABLE_GENERATORS);
        Optional<AnnotationUsage> generic = find(generated, Jpa.GENERIC_GENERATOR, Jpa.GENERIC_GENERATORS);
        if (sequence.isPresent()) {
            sequence(sequence, generated);
        } else if (table.isPresent()) {
            table(table, generated);
        } else if (generic.isPresent()) {
            strategies.generic(generic.get(), generated);
        } else if (!isByStrategy(generated) && !isUuidOrText(generated)) {
            sequence(Optional.empty(), generated);
        }
    }

    private boolean isByStrategy(Generated generated) {
        return context.version.numbersByStrategyOrClass()
                && (strategies.byName(generated) || strategies.byClass(generated));
    }

    /** Where generators are seen from everywhere, one without a stated name is meant by the entity's. */
    private Optional<AnnotationUsage> find(Generated generated, String annotation, String container) {
        if (!context.version.findsGeneratorsByKind()) {
            return Optional.empty();
        }
        if (context.options.settings().globalGenerators()) {
            return GeneratorScope.global(context.model)
                    .exactly(
                            annotation,
                            container,
                            generated.name().orElse(generated.owner().entity.name()));
        }
        return generated
                .name()
                .map(name -> generated.generators().named(annotation, container, name))
                .orElseGet(() -> generated.generators().nearest(annotation, container));
    }

    private void sequence(Optional<AnnotationUsage> declared, Generated generated) {
        sequence(
                declared.map(GeneratorSpec::ofSequence).orElseGet(() -> GeneratorSpec.of(generated.name())), generated);
        declared.filter(usage -> usage.nonEmpty("catalog").isPresent())
                .ifPresent(usage -> context.refuse(usage, generated.subject()));
    }

    void sequence(GeneratorSpec spec, Generated generated) {
        QualifiedName sequence = sequences.add(
                spec,
                generated.table(),
                generated.owner(),
                generated.subject(),
                generated.by().place());
        if (!(generated.attribute() instanceof Attribute.Embedded)) {
            generated.column().numberedBy = Optional.of(sequence);
        }
    }

    private void table(Optional<AnnotationUsage> declared, Generated generated) {
        table(declared.map(GeneratorSpec::ofTable).orElseGet(() -> GeneratorSpec.of(generated.name())), generated);
        declared.filter(usage -> usage.nonEmpty("catalog").isPresent())
                .ifPresent(usage -> context.refuse(usage, generated.subject()));
    }

    void table(GeneratorSpec spec, Generated generated) {
        counters.add(
                spec,
                generated.table(),
                generated.owner(),
                generated.scope().origin(generated.attribute()),
                generated.by().place());
    }

    void identity(Generated generated) {
        generated.column().identity = true;
        TypeRef type = generated.attribute().declaration().type();
        if (!NUMBERED.contains(type.text())) {
            context.problems.add(
                    EntityCode.IDENTITY_TYPE,
                    generated.by().place(),
                    generated.subject(),
                    "the database numbers rows with whole numbers, and " + type.text() + " is none",
                    "make the attribute a Long, or use GenerationType.UUID for a UUID or String");
        }
    }

    /** Lately Hibernate looks at the type as it is declared: behind a type variable it sees no UUID. */
    private boolean isUuidOrText(Generated generated) {
        String type = generated.attribute().declaration().type().text();
        return (type.equals("java.util.UUID") || type.equals("java.lang.String") && context.version.numbersTextByUuid())
                && !(context.version.numbersTypesAsDeclared()
                        && generated.attribute().declaration().isTypeVariable());
    }
}
