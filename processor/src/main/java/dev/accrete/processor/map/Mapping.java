package dev.accrete.processor.map;

import dev.accrete.processor.entity.EntityCode;
import dev.accrete.processor.entity.EntityModel;
import dev.accrete.processor.entity.EntityType;
import dev.accrete.processor.map.annotation.DialectAnnotations;
import dev.accrete.processor.map.annotation.SupportedAnnotations;
import dev.accrete.processor.map.assembly.TableAssembler;
import dev.accrete.processor.map.binding.ColumnBinding;
import dev.accrete.processor.map.binding.EntityBinding;
import dev.accrete.processor.map.binding.TableBinding;
import dev.accrete.processor.map.binding.Tables;
import dev.accrete.processor.map.context.MappingContext;
import dev.accrete.processor.map.generator.Generators;
import dev.accrete.processor.map.hibernate.MappingOptions;
import dev.accrete.processor.map.hibernate.MappingVersion;
import dev.accrete.processor.map.hibernate.TargetDialects;
import dev.accrete.processor.map.naming.NameRules;
import dev.accrete.processor.map.naming.NamingStrategy;
import dev.accrete.processor.map.type.BasicTypes;
import dev.accrete.processor.map.type.ConvertedChecks;
import dev.accrete.processor.map.type.Converters;
import dev.accrete.processor.map.validation.BeanValidation;
import dev.accrete.processor.report.Problems;
import dev.accrete.processor.source.AnnotationUsage;
import dev.accrete.processor.source.ClassSource;
import dev.accrete.processor.source.Evaluation;
import dev.accrete.processor.source.Place;
import dev.accrete.schema.model.QualifiedName;
import dev.accrete.schema.model.TypeDefinition;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.TreeMap;

/**
 * One mapping for the dialects that agree about it, while it is being made: what the binders share. Each binder answers for one concern and
 * finds the others here.
 *
 * <p>The order of work: the tables of all entities; then attributes, identifiers on demand, so that a key that another
 * entity refers to is there; then the work that was put off to a {@link Pass}. {@link TableAssembler} reads the result.
 *
 * @implNote Source of the rules of all binders: Hibernate 7.4, measured, where nothing else is said; what is otherwise in
 *     another version, {@link MappingVersion} says.
 */
final class Mapping {

    /** What has to wait until all attributes are bound. */
    enum Pass {
        /** Columns and references that depend on columns of another entity's attributes. */
        COLUMNS,
        /** Constraints that name columns; all columns are there. */
        CONSTRAINTS,
        /** Columns of tables that keep what rows of others were; those tables have their keys. */
        HISTORIES
    }

    final MappingContext context;

    final EntityModel model;
    final ClassSource classes;
    final Evaluation evaluation;
    final NamingStrategy naming;
    final NameRules names;
    final MappingVersion version;
    final TargetDialects dialects;
    final MappingOptions options;
    final SupportedAnnotations supported;
    final Problems problems;

    final BeanValidation validation;
    final Converters converters;
    final ConvertedChecks convertedChecks;
    /** The types of the database that columns name, by name. */
    final Map<QualifiedName, TypeDefinition> typeDefinitions = new TreeMap<>();

    final Tables tables;
    final BasicTypes types;
    final Generators generators;
    final JoinColumns joins;
    final DialectAnnotations dialectAnnotations;
    final ColumnAnnotations columnAnnotations;
    final Comments comments;
    final TableConstraints constraints;
    final AttributeBinder attributes;
    final Identifiers identifiers;
    final DerivedIdentifiers derived;
    final DerivedColumns derivedColumns;
    final SoftDeletes softDeletes;
    private final Changelogs changelogs;
    final HistoryTables histories;
    final AuditTables audits;
    private final NaturalIds naturalIds;
    private final EntityBinder binder;

    private final Map<String, EntityBinding> entities = new LinkedHashMap<>();
    private final Set<TableBinding> entityTables = new HashSet<>();
    private final Map<Pass, Queue<Runnable>> later = new EnumMap<>(Pass.class);

    Mapping(MappingContext context) {
        this.context = context;
        this.model = context.model;
        this.classes = context.classes;
        this.evaluation = context.evaluation;
        this.options = context.options;
        this.dialects = context.dialects;
        this.version = context.version;
        this.naming = context.naming;
        this.names = context.names;
        this.supported = context.supported;
        this.problems = context.problems;
        this.validation = new BeanValidation(context, options.settings().validation());
        this.tables = new Tables(problems);
        this.types = new BasicTypes(context, typeDefinitions);
        this.converters = new Converters(context);
        this.convertedChecks = new ConvertedChecks(context, types);
        this.generators = new Generators(context, tables);
        this.joins = new JoinColumns(this);
        this.dialectAnnotations = new DialectAnnotations(dialects, version, problems);
        this.columnAnnotations = new ColumnAnnotations(this);
        this.comments = new Comments(this);
        this.constraints = new TableConstraints(this);
        this.attributes = new AttributeBinder(this);
        this.identifiers = new Identifiers(this);
        this.derived = new DerivedIdentifiers(this);
        this.derivedColumns = new DerivedColumns(this);
        this.naturalIds = new NaturalIds(this);
        this.softDeletes = new SoftDeletes(this);
        this.changelogs = new Changelogs(this);
        this.histories = new HistoryTables(this, changelogs);
        this.audits = new AuditTables(this, changelogs);
        this.binder = new EntityBinder(this);
    }

    /** Binds all entities of the model. */
    void bind() {
        model.entities().forEach(this::bind);
        entities.values().forEach(identifiers::of);
        entities.values().forEach(binder::bindAttributes);
        entities.values().forEach(naturalIds::bind);
        entities.values().forEach(softDeletes::bind);
        entities.values().forEach(binding -> PartitionKeys.bind(binding, this));
        changelogs.bind();
        for (Pass pass : Pass.values()) {
            Queue<Runnable> work = later.getOrDefault(pass, new ArrayDeque<>());
            while (!work.isEmpty()) {
                work.remove().run();
            }
        }
        tables.all().forEach(table -> table.columns().forEach(ColumnBinding::settle));
    }

    /** An entity comes after the one that it extends. */
    private EntityBinding bind(EntityType entity) {
        EntityBinding known = entities.get(entity.className());
        if (known == null) {
            Optional<EntityBinding> parent = entity.parent().map(this::bind);
            known = binder.bind(entity, parent);
            entities.put(entity.className(), known);
            entityTables.addAll(known.tables());
        }
        return known;
    }

    Collection<EntityBinding> entities() {
        return entities.values();
    }

    /**
     * The binding of an entity.
     *
     * @param className the canonical name of its class
     * @return empty for a class that is no entity
     */
    Optional<EntityBinding> entity(String className) {
        return Optional.ofNullable(entities.get(className));
    }

    /** Whether a table is the one of an entity, or a secondary one. */
    boolean isOfEntity(TableBinding table) {
        return entityTables.contains(table);
    }

    /** Puts work off; work of one pass is done in the order in which it was put off. */
    void later(Pass pass, Runnable work) {
        later.computeIfAbsent(pass, p -> new ArrayDeque<>()).add(work);
    }

    /** Reports that something is not mapped yet ({@link MappingContext#refuse}). */
    void refuse(AnnotationUsage usage, String subject) {
        context.refuse(usage, subject);
    }

    /**
     * Adds a column to a table; a second attribute may share it if it does not write it.
     *
     * @return the column that the table has now under that name
     */
    ColumnBinding add(ColumnBinding column, TableBinding table) {
        Optional<ColumnBinding> present = table.column(column.name);
        // A discriminator and an identifier are columns of each class below as well.
        boolean ofOneClass = present.filter(other -> other.origin.className().equals(column.origin.className())
                        || (other.discriminates || other.writtenByOthers) && !table.includes(other))
                .isPresent();
        boolean above =
                present.filter(other -> isWrittenAbove(other, column, table)).isPresent();
        if (column.insertable && (above || ofOneClass && !present.get().letWrite(column.origin.className()))) {
            problems.add(
                    EntityCode.SHARED_COLUMN,
                    column.place,
                    column.subject,
                    "the column " + column.name.text() + " of " + table.name + " belongs to " + present.get().subject
                            + " already",
                    "name another column with @Column(name = \"...\")");
            return present.get();
        }
        if (column.insertable) {
            present.filter(table.primaryKey::contains)
                    .ifPresent(key -> warnOfSecondWriter(key, column.place, column.subject, table));
        }
        present.filter(other -> !table.includes(other)).ifPresent(other -> checkNames(other, column, table));
        if (present.filter(table::includes).filter(column::isBefore).isPresent()) {
            problems.add(
                    EntityCode.SHARED_COLUMN,
                    column.place,
                    column.subject,
                    "Hibernate makes the column " + column.name.text() + " of " + table.name + " twice: for "
                            + present.get().subject + ", which it binds later, and for this attribute",
                    "move the attribute into the class of " + present.get().subject);
            return present.get();
        }
        return table.add(column);
    }

    /** Hibernate starts with a second attribute on a part of an identifier of several, and its INSERT names the column twice. */
    void warnOfSecondWriter(ColumnBinding key, Place place, String subject, TableBinding table) {
        if (key.insertable && key.writtenByOthers && !key.discriminates) {
            problems.add(
                    EntityCode.WRITTEN_TWICE,
                    place,
                    subject,
                    "the column " + key.name.text() + " of " + table.name + " is part of the identifier (" + key.subject
                            + "), and Hibernate's INSERT names it twice, which databases refuse",
                    "state insertable = false, updatable = false on the column of this attribute");
        }
    }

    /**
     * Whether Hibernate finds that an entity above writes a column that an attribute of this one would write as well.
     *
     * @implNote Hibernate's PersistentClass.checkColumnDuplication looks at the key and at getNonDuplicatedProperties: in a shared
     *     table those that the class right above declares, in a table per class all of them.
     */
    private boolean isWrittenAbove(ColumnBinding present, ColumnBinding column, TableBinding table) {
        if (!present.insertable) {
            return false;
        }
        boolean repeated = table.includes(present);
        Optional<EntityType> above = model.find(column.origin.className()).flatMap(EntityType::parent);
        boolean inKey = table.primaryKey.contains(present) && !present.writtenByOthers;
        if (repeated ? !version.comparesColumnsByName() : !inKey) {
            return !repeated && above.filter(entity -> writes(entity, present)).isPresent();
        }
        while (above.isPresent()) {
            if (writes(above.get(), present)) {
                return true;
            }
            above = above.get().parent();
        }
        return false;
    }

    private static boolean writes(EntityType entity, ColumnBinding column) {
        return column.writtenByOthers
                ? column.isWrittenToo(entity.className())
                : entity.className().equals(column.origin.className());
    }

    /**
     * Attributes that share a column have to call it by one name, before the naming strategy changes it.
     *
     * @implNote Hibernate's InFlightMetadataCollectorImpl.TableColumnNameBinding.bindPhysicalToLogical.
     */
    private void checkNames(ColumnBinding present, ColumnBinding column, TableBinding table) {
        if (NamingStrategy.same(present.logical, column.logical)) {
            return;
        }
        problems.add(
                EntityCode.SHARED_COLUMN,
                column.place,
                column.subject,
                "the column " + column.name.text() + " of " + table.name + " is called " + column.logical.text()
                        + " here and " + present.logical.text() + " by " + present.subject
                        + ", and Hibernate does not start with two names for one column",
                "state one name for both: @Column(name = \"" + column.name.text() + "\"), or @JoinColumn(name = \""
                        + column.name.text() + "\") on a relation");
    }
}
