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
import dev.accrete.processor.map.context.Catalogs;
import dev.accrete.processor.map.context.MappingContext;
import dev.accrete.processor.source.AnnotationUsage;
import dev.accrete.processor.source.Annotations;
import dev.accrete.schema.model.QualifiedName;
import dev.accrete.schema.model.Sequence;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * What generated identifiers need in the database: identity columns, sequences, tables with counters.
 *
 * @implNote Hibernate's IdGeneratorResolverSecondPass decides which generator it is.
 */
public final class Generators {

    private static final String INCREMENT = "increment";

    private final MappingContext context;
    private final GeneratorStrategies strategies;
    private final IdentityColumns identities;
    private final Sequences sequences;
    private final GeneratorTables counters;
    private final GlobalGenerators global;

    /** @param tables receives the tables with counters */
    public Generators(MappingContext context, Tables tables) {
        this.context = context;
        this.sequences = new Sequences(context);
        this.counters = new GeneratorTables(context, tables);
        this.strategies = new GeneratorStrategies(context, this);
        this.identities = new IdentityColumns(context);
        this.global = new GlobalGenerators(
                context, annotations -> strategies.annotation(annotations).isPresent());
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
    public void check(Annotations annotations, String subject) {
        strategies.checkValues(annotations, subject);
    }

    /**
     * Gives an identifier's column the identity, or its attribute the sequence or table, that its annotations ask for.
     *
     * @param attribute may be embedded or a relation: Hibernate makes the sequence or the table, though no column takes its values
     * @param column the attribute's column, or one of them
     */
    public void apply(Attribute attribute, Scope scope, ColumnBinding column) {
        Annotations annotations = attribute.declaration().annotations();
        if (scope.isNestedInIdentifier() && !isIdentityOfNested(annotations)) {
            return;
        }
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
     * Hibernate makes the generators of an identifier's parts, not of what is deeper in it.
     *
     * @implNote GeneratorBinder.propertyGenerator has an embedded part for a value without a generator.
     */
    private boolean isIdentityOfNested(Annotations annotations) {
        return context.version.numbersNestedParts()
                && strategies.annotation(annotations).isEmpty()
                && annotations
                        .find(Jpa.GENERATED_VALUE)
                        .filter(usage -> usage.constant("strategy").equals("IDENTITY"))
                        .isPresent();
    }

    /**
     * Gives the identifiers of a collection's rows what their generator needs; the database can't number them itself.
     *
     * @param usage the {@code @CollectionId}
     * @implNote Hibernate's IdBagBinder: generators by their names are those of the attribute and of its entity alone. Where they
     *     are global, IdBagIdGeneratorResolverSecondPass asks for a {@code @GeneratedValue}, which no collection has.
     */
    public void applyToCollection(AnnotationUsage usage, CollectionBinding collection, ColumnBinding column) {
        Attribute attribute = collection.attribute();
        if (isGlobal() && context.version.findsGeneratorsByKind()) {
            context.problems.add(
                    EntityCode.MISPLACED,
                    usage.place(),
                    collection.subject(),
                    "Hibernate finds no generator of a collection's identifiers where generators are global, and fails",
                    "take accrete.global_generators and Hibernate's setting away, or the @CollectionId");
        }
        GeneratorScope visible =
                new GeneratorScope(attribute, collection.scope().owner());
        Generated generated = new Generated(attribute, collection.scope(), column, visible, usage, collection.table());
        String name = usage.string("generator");
        Optional<AnnotationUsage> declared = visible.ofOwn(name);
        if (name.equals("sequence")) {
            sequence(GeneratorSpec.of(Optional.empty()), generated);
        } else if (declared.isPresent() && !strategies.isIdentity(declared.get())) {
            byDeclaration(declared.get(), generated);
        } else if (!name.equals(INCREMENT)) {
            context.refuse(usage, collection.subject());
        }
    }

    private void apply(Generated generated) {
        if (!context.version.findsGeneratorsByKind()) {
            Optional<AnnotationUsage> declared = generated.name().flatMap(name -> ofAnyKind(name, generated));
            if (declared.isPresent()) {
                byDeclaration(declared.get(), generated);
                return;
            }
            checkName(generated);
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
            case "SEQUENCE" -> sequence(find(generated, GeneratorKind.SEQUENCE), generated);
            case "TABLE" -> table(find(generated, GeneratorKind.TABLE), generated);
            default -> auto(generated);
        }
    }

    /** Hibernate 6.6 (IdentifierGeneratorDefinition.createImplicit) makes no generator of these kinds from a name. */
    private void checkName(Generated generated) {
        String strategy = generated.by().constant("strategy");
        if (generated.name().isPresent() && Set.of("IDENTITY", "UUID").contains(strategy)) {
            context.problems.add(
                    EntityCode.MISPLACED,
                    generated.by().place("generator"),
                    generated.subject(),
                    "no generator is named \"" + generated.name().get() + "\", and GenerationType." + strategy
                            + " needs none: Hibernate " + context.version.id() + " refuses the name",
                    "take the name away");
        }
    }

    /**
     * The generator of a name, whatever its kind is: that of the attribute or of the entity, else the one that Hibernate has
     * read last. It reads classes before those that extend them; which of others it reads first is not known.
     *
     * @implNote Hibernate 6.6's GeneratorBinder.makeIdentifierGeneratorDefinition.
     */
    private Optional<AnnotationUsage> ofAnyKind(String name, Generated generated) {
        Optional<AnnotationUsage> own = generated.generators().ofOwn(name).filter(usage -> !isGlobal());
        if (own.isPresent()) {
            return own;
        }
        List<AnnotationUsage> all = global.named(name).toList();
        boolean same = all.stream().noneMatch(usage -> GlobalGenerators.differ(usage, all.get(0)));
        boolean elsewhere = !all.isEmpty() && !generated.generators().has(name);
        if (!isGlobal() && (!same || elsewhere)) {
            context.problems.add(
                    EntityCode.UNSURE_GENERATOR,
                    generated.by().place(),
                    generated.subject(),
                    "the generator \"" + name + "\" is declared on other classes, and which of them Hibernate "
                            + context.version.id() + " reads first" + " decides whether it is found",
                    "declare it on " + generated.owner().entity.details().simpleName() + " too");
        }
        return all.stream().findFirst();
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
        Optional<AnnotationUsage> declared = find(generated, GeneratorKind.values());
        if (declared.isPresent()) {
            byDeclaration(declared.get(), generated);
        } else if (!isNumberedOtherwise(generated)) {
            sequence(Optional.empty(), generated);
        }
    }

    private boolean isNumberedOtherwise(Generated generated) {
        if (!context.version.numbersByStrategyOrClass()) {
            return generated.name().equals(Optional.of(INCREMENT)) || isUuidOrText(generated);
        }
        return isGlobal()
                ? strategies.byClass(generated) || isUuidOrText(generated) || strategies.byName(generated)
                : strategies.byName(generated) || strategies.byClass(generated) || isUuidOrText(generated);
    }

    /**
     * The declared generator of the first kind that has one in sight.
     *
     * @implNote StrictIdGeneratorResolverSecondPass where generators are global: it looks for one of the entity's name where
     *     none is stated. Else IdGeneratorResolverSecondPass: one near the attribute, then one of that name on any package.
     */
    private Optional<AnnotationUsage> find(Generated generated, GeneratorKind... kinds) {
        Optional<String> stated = generated.name();
        if (!context.version.findsGeneratorsByKind()) {
            return Optional.empty();
        }
        if (isGlobal()) {
            String name = stated.orElse(generated.owner().entity.name());
            return first(kinds, kind -> global.find(kind, name));
        }
        if (stated.isEmpty()) {
            return first(kinds, generated.generators()::nearest);
        }
        String name = stated.get();
        if (kinds.length > 1 && name.equals(INCREMENT)) {
            return Optional.empty();
        }
        return first(kinds, kind -> generated.generators().named(kind, name))
                .or(() -> first(kinds, kind -> global.find(kind, name)));
    }

    private static Optional<AnnotationUsage> first(
            GeneratorKind[] kinds, Function<GeneratorKind, Optional<AnnotationUsage>> search) {
        return Stream.of(kinds).map(search).flatMap(Optional::stream).findFirst();
    }

    private boolean isGlobal() {
        return context.options.settings().globalGenerators();
    }

    private void sequence(Optional<AnnotationUsage> declared, Generated generated) {
        sequence(
                declared.map(GeneratorSpec::ofSequence).orElseGet(() -> GeneratorSpec.of(generated.name())), generated);
        declared.ifPresent(usage -> Catalogs.check(usage, generated.subject(), context));
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
        table(declared.map(GeneratorSpec::ofTable).orElseGet(() -> undeclaredTable(generated)), generated);
        declared.ifPresent(usage -> Catalogs.check(usage, generated.subject(), context));
    }

    /**
     * Where generators are global, or one is named in Hibernate 6.6, it is as if a {@code @TableGenerator} said nothing but the
     * name; else there is none.
     *
     * @implNote StrictIdGeneratorResolverSecondPass; 6.6's IdentifierGeneratorDefinition.createImplicit.
     */
    private GeneratorSpec undeclaredTable(Generated generated) {
        GeneratorSpec spec = GeneratorSpec.of(generated.name());
        boolean implied = context.version.findsGeneratorsByKind()
                ? isGlobal()
                : generated.name().isPresent();
        return implied ? spec.withSegmentPerEntity() : spec;
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
        identities.check(generated);
    }

    /** Lately Hibernate looks at the type as it is declared: behind a type variable it sees no UUID. */
    private boolean isUuidOrText(Generated generated) {
        String type = generated.attribute().declaration().type().text();
        return (type.equals("java.util.UUID") || type.equals("java.lang.String") && context.version.numbersTextByUuid())
                && !(context.version.numbersTypesAsDeclared()
                        && generated.attribute().declaration().isTypeVariable());
    }
}
