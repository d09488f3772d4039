package dev.accrete.processor.map;

import dev.accrete.processor.entity.Attribute;
import dev.accrete.processor.entity.Declaration;
import dev.accrete.processor.entity.EntityCode;
import dev.accrete.processor.entity.Jpa;
import dev.accrete.processor.map.binding.ColumnBinding;
import dev.accrete.processor.map.binding.EntityBinding;
import dev.accrete.processor.map.binding.Scope;
import dev.accrete.processor.map.binding.TableBinding;
import dev.accrete.processor.map.hibernate.TargetDialect;
import dev.accrete.processor.map.naming.NamingStrategy;
import dev.accrete.processor.map.rule.PlacementRules;
import dev.accrete.processor.map.rule.UnknownTypes;
import dev.accrete.processor.map.type.ColumnSpec;
import dev.accrete.processor.map.type.Conversion;
import dev.accrete.processor.map.validation.Constraints;
import dev.accrete.processor.source.AnnotationUsage;
import dev.accrete.processor.source.Annotations;
import dev.accrete.processor.source.TypeRef;
import dev.accrete.schema.model.ColumnType;
import dev.accrete.schema.model.Name;
import java.util.List;
import java.util.Optional;

/** Binds an attribute with a value of a basic type to its column. */
final class BasicBinder {

    private final Mapping mapping;
    private final PlacementRules placement;
    private final ZoneColumns zones;
    private final UnknownTypes unknown;

    BasicBinder(Mapping mapping, PlacementRules placement) {
        this.mapping = mapping;
        this.placement = placement;
        this.zones = new ZoneColumns(mapping);
        this.unknown = new UnknownTypes(mapping.context);
    }

    ZoneColumns zones() {
        return zones;
    }

    List<ColumnBinding> bind(Attribute.Basic given, Scope scope) {
        if (mapping.types.isRawCollection(given.declaration().type()) && !mapping.version.takesRawCollections()) {
            unknown.report(given, scope, ColumnSpec.absent(given.declaration().place()));
            return List.of();
        }
        return bind(given, given.declaration().typeInDeclaringClass(), scope, false);
    }

    /**
     * Binds a value or key of a collection.
     *
     * @param seen its type as converters see it that apply by themselves
     * @param erased whether its type is known by its class alone, except to these converters
     */
    List<ColumnBinding> bindPart(Attribute.Basic given, TypeRef seen, Scope scope, boolean erased) {
        return bind(given, seen, scope, erased);
    }

    private List<ColumnBinding> bind(Attribute.Basic given, TypeRef seen, Scope scope, boolean erased) {
        String subject = scope.subject(given);
        Attribute.Basic declared = zones.checked(given, subject);
        Optional<Conversion> conversion = mapping.converters.of(
                declared,
                seen,
                scope.overrides().conversion(scope.path(declared)),
                scope.isIdentifier() && !scope.isEmbedded(),
                subject);
        boolean apart = conversion.isEmpty() && zones.isApart(declared);
        Attribute.Basic attribute = apart ? zones.ofTwo(declared) : declared;
        Annotations written = attribute.declaration().annotations();
        Annotations annotations = conversion
                .map(each -> zones.ofConverted(
                        each.relational(), written, attribute.declaration().place()))
                .orElse(written);
        // Hibernate's ColumnsBuilder.extractMetadata asks for a column first, and for a formula without a database.
        if (annotations.has(Jpa.FORMULA) && !annotations.has(Jpa.COLUMN)) {
            return List.of();
        }
        String path = apart ? ZoneColumns.pathOfValue(scope.path(attribute), attribute) : scope.path(attribute);
        Optional<AnnotationUsage> stated = annotations.find(Jpa.COLUMN);
        ColumnSpec found = spec(scope.overrides().column(path).or(() -> stated), attribute);
        ColumnSpec spec = apart ? found.ofTwo() : found;
        Optional<TableBinding> table = SecondaryTables.table(mapping, scope, spec, subject);
        if (table.isEmpty()) {
            return List.of();
        }
        Constraints constraints = apart ? Constraints.NONE : mapping.validation.of(attribute, scope);
        TypeRef own = attribute.declaration().type();
        TypeRef javaType = conversion.map(Conversion::relational).orElse(erased ? erasure(own) : own);
        if (conversion.isEmpty()) {
            placement.checkType(javaType, annotations, subject);
        }
        ColumnSpec sized = conversion.map(each -> each.spec(spec)).orElse(spec);
        Optional<TypeRef> element = conversion.flatMap(Conversion::element);
        Optional<ColumnType> unconstrained = mapping.types.of(javaType, element, annotations, sized);
        ColumnSpec constrained = constraints.applyTo(sized);
        // A stated length that makes a large object of it has done so before a constraint is looked at.
        boolean large = unconstrained
                .filter(each -> mapping.dialects.is(dialect -> dialect.isLob(each)))
                .isPresent();
        Optional<ColumnType> type = large || constrained.equals(sized)
                ? unconstrained
                : mapping.types.of(javaType, element, annotations, constrained);
        boolean known = conversion.isPresent()
                || spec.definition().isEmpty()
                || !scope.owner().entity.details().annotations().has(Jpa.ENTITY)
                || mapping.types.isKnown(javaType, annotations);
        boolean disallowed = scope.role() == Scope.Role.ATTRIBUTE
                && !scope.isEmbedded()
                && conversion.isEmpty()
                && mapping.types.isDisallowedInEntities(javaType, annotations);
        if (type.isEmpty() || !known || disallowed) {
            unknown.report(attribute, scope, constrained);
            return List.of();
        }
        if (!mapping.types.define(javaType, annotations)) {
            unknown.reportOrder(attribute, scope);
            return List.of();
        }
        if (table.get().owned
                && type.get() instanceof ColumnType.Array array
                && array.element() instanceof ColumnType.Named named) {
            mapping.later(Mapping.Pass.CONSTRAINTS, () -> checkDefined(named, attribute, subject));
        }
        Name logical = logical(spec, attribute, scope);
        ColumnBinding column = new ColumnBinding(
                logical, mapping.naming.physical(logical), type.get(), scope.origin(attribute), subject, spec.place());
        unconstrained.ifPresent(column::typeForReferences);
        if (mapping.version.ordersByJdbcCode()) {
            mapping.types.byCode(javaType, annotations).ifPresent(column::typeByCode);
        }
        boolean optional = isNullable(attribute, scope, spec);
        boolean takesNull = optional && !constraints.required();
        // Rows of subclasses are checked for what was required before generators are made.
        column.nullable = takesNull && !isStamped(annotations, scope);
        column.requiredAtLast = optional && !column.nullable;
        column.unique = spec.unique();
        column.insertable = spec.insertable();
        column.turn = scope.turn();
        mapping.columnAnnotations.apply(annotations, spec, column, table.get());
        if (scope.owner().entity.owned()) {
            // What another module creates has its checks without us: the sources that they depend on may be there
            // alone.
            conversion
                    .flatMap(each -> mapping.convertedChecks.of(
                            each,
                            annotations,
                            column.sql(),
                            attribute.declaration().place(),
                            subject))
                    .ifPresent(column.checks::add);
            constraints.bounds().forEach(bound -> column.checks.add(column.sql() + bound));
            checkBounds(column, constraints);
            if (conversion.isEmpty()) {
                mapping.types
                        .check(javaType, annotations, spec, column.sql(), subject)
                        .ifPresent(column.checks::add);
            }
        }
        if (scope.isIdentifier()) {
            ColumnSpec plain = sized.withoutDefinition();
            Optional<ColumnType> bare = mapping.types.of(javaType, Annotations.none(), plain);
            column.copy = Optional.of(new ColumnBinding.Copy(
                    mapping.types.of(javaType, annotations, ColumnSpec.absent(spec.place())),
                    conversion.isPresent() || !bare.equals(mapping.types.of(javaType, annotations, plain)),
                    conversion.isPresent() ? Optional.empty() : bare));
        }
        if (spec.definition().isPresent()) {
            column.defined = true;
            mapping.types.of(javaType, annotations, sized.withoutDefinition()).ifPresent(column::typeWithoutDefinition);
        }
        ColumnBinding added = mapping.add(column, table.get());
        if (mapping.version.checksSubclassRows() && scope.isRequirable(table.get()) && isRequired(attribute)) {
            scope.owner().required.put(scope.path(attribute), List.of(new EntityBinding.Required(added, takesNull)));
        }
        if (scope.isIdentifier()) {
            mapping.generators.apply(attribute, scope, added);
        }
        if (!apart) {
            return List.of(added);
        }
        ColumnSpec unchanged = spec(stated, attribute).ofTwo();
        ColumnBinding zone = zones.of(attribute, unchanged, logical(unchanged, attribute, scope), added, scope);
        return List.of(added, mapping.add(zone, table.get()));
    }

    private static ColumnSpec spec(Optional<AnnotationUsage> stated, Attribute.Basic attribute) {
        Declaration declaration = attribute.declaration();
        return ColumnSpec.of(stated, declaration.place()).withFractionalSeconds(declaration.annotations());
    }

    private Name logical(ColumnSpec spec, Attribute.Basic attribute, Scope scope) {
        return mapping.naming.unchanged(scope.columnName(spec.name().orElseGet(() -> derived(attribute, scope))));
    }

    private static TypeRef erasure(TypeRef type) {
        return type instanceof TypeRef.Declared declared ? TypeRef.Declared.of(declared.name()) : type;
    }

    private boolean isNullable(Attribute attribute, Scope scope, ColumnSpec spec) {
        Annotations annotations = attribute.declaration().annotations();
        boolean always = scope.isKey()
                || annotations.has(Jpa.TENANT_ID)
                || mapping.version.requiresGeneratedValues() && annotations.has(Jpa.VERSION);
        boolean primitive = attribute.declaration().isPrimitive()
                && !spec.stated()
                && (mapping.version.requiresPrimitiveBasics() || !annotations.has(Jpa.BASIC))
                && !scope.isEmbedded()
                && scope.role() != Scope.Role.ELEMENT;
        return !always && spec.nullable() && (scope.isOfSharingClass() || isOptional(attribute) && !primitive);
    }

    /** Hibernate makes the type of the elements for attributes that are one value alone. */
    private void checkDefined(ColumnType.Named type, Attribute attribute, String subject) {
        if (!mapping.typeDefinitions.containsKey(type.name())) {
            mapping.problems.add(
                    EntityCode.DATABASE_REFUSES,
                    attribute.declaration().place(),
                    subject,
                    "Hibernate creates no type " + type.name() + " for an array of it alone, and the table fails",
                    "make it an @ElementCollection, or state the elements' type with @JdbcTypeCode");
        }
    }

    /**
     * Whether the value of a new row is the time of it.
     *
     * @implNote CurrentTimestampGeneration.notNull; the values of collections have no generators.
     */
    private boolean isStamped(Annotations annotations, Scope scope) {
        if (scope.role() == Scope.Role.ELEMENT || !mapping.version.requiresGeneratedValues()) {
            return false;
        }
        return annotations.has(Jpa.CREATION_TIMESTAMP)
                || annotations.has(Jpa.UPDATE_TIMESTAMP)
                || annotations
                        .find(Jpa.CURRENT_TIMESTAMP)
                        .map(usage -> usage.list("event"))
                        .filter(events -> events.isEmpty() || events.stream().anyMatch(BasicBinder::isInsert))
                        .isPresent();
    }

    private static boolean isInsert(Object event) {
        return event instanceof AnnotationUsage.EnumConstant named
                && named.constant().equals("INSERT");
    }

    private static boolean isOptional(Attribute attribute) {
        return attribute
                .declaration()
                .annotations()
                .find(Jpa.BASIC)
                .map(usage -> usage.flag("optional", true))
                .orElse(true);
    }

    /** Whether a row of the class always has a value, whatever the column says. */
    private static boolean isRequired(Attribute attribute) {
        return attribute.declaration().isPrimitive() || !isOptional(attribute);
    }

    /** Even where paths count, a map's key has the name of the map alone. */
    private Name derived(Attribute attribute, Scope scope) {
        if (scope.role() == Scope.Role.MAP_KEY) {
            return NamingStrategy.name(attribute.name());
        }
        return mapping.naming.column(
                zones.isApart(attribute) ? ZoneColumns.pathInNames(attribute, scope) : scope.pathInNames(attribute));
    }

    /** A {@code @Min} or {@code @Max} is for texts, too, and its check compares the column with a number. */
    private void checkBounds(ColumnBinding column, Constraints constraints) {
        if (!constraints.bounds().isEmpty()
                && column.hasType()
                && column.type() instanceof ColumnType.Sized
                && !mapping.dialects.is(TargetDialect::comparesTextWithNumbers)) {
            mapping.problems.add(
                    EntityCode.DATABASE_REFUSES,
                    column.place,
                    column.subject,
                    "its @Min or @Max makes the check " + column.sql()
                            + constraints.bounds().get(0)
                            + ", and PostgreSQL compares no text with a number; Hibernate logs the failure and goes on"
                            + " without the table",
                    "make the attribute a number, or state a @Pattern instead");
        }
    }
}
