package dev.accrete.processor.map;

import dev.accrete.processor.entity.Attribute;
import dev.accrete.processor.entity.EntityCode;
import dev.accrete.processor.entity.EntityType;
import dev.accrete.processor.entity.Jpa;
import dev.accrete.processor.map.binding.ColumnBinding;
import dev.accrete.processor.map.binding.EntityBinding;
import dev.accrete.processor.map.binding.Inheritance;
import dev.accrete.processor.map.binding.Scope;
import dev.accrete.processor.map.binding.TableBinding;
import dev.accrete.processor.map.naming.NamingStrategy;
import dev.accrete.processor.map.type.ColumnSpec;
import dev.accrete.processor.source.AnnotationUsage;
import dev.accrete.processor.source.Annotations;
import dev.accrete.processor.source.TypeRef;
import dev.accrete.schema.model.Name;
import dev.accrete.schema.model.ReferentialAction;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Makes the tables that record each change of a row of something {@code @Audited}.
 *
 * @implNote Hibernate's AuditHelper.
 */
final class AuditTables {

    private static final String SUFFIX = "_AUD";

    private final Mapping mapping;
    private final AuxiliaryTables tables;
    private final Changelogs changelogs;

    AuditTables(Mapping mapping, Changelogs changelogs) {
        this.mapping = mapping;
        this.tables = new AuxiliaryTables(mapping);
        this.changelogs = changelogs;
    }

    /**
     * What asks for a table, and what is said of it.
     *
     * @param names the {@code @Audited.Table}, which need not be there
     */
    private record Request(AnnotationUsage usage, Optional<AnnotationUsage> names) {

        Optional<String> stated(String member) {
            return names.flatMap(table -> table.nonEmpty(member));
        }

        String column(String member, String otherwise) {
            return names.map(table -> table.string(member)).orElse(otherwise);
        }

        /** One whose table, and its schema, another annotation may name. */
        Request withNames(Optional<AnnotationUsage> others) {
            return others.isPresent() ? new Request(usage, others) : this;
        }
    }

    /** Makes the tables of an entity that extends none, its secondary ones, and those of the entities that extend it. */
    void bind(EntityBinding binding) {
        if (binding.parent.isEmpty()) {
            RowAnnotations.ofTable(binding.entity, Jpa.AUDITED)
                    .map(usage -> new Request(usage, RowAnnotations.ofEntity(binding.entity, Jpa.AUDITED_TABLE)))
                    .ifPresent(request -> mapping.later(Mapping.Pass.COLUMNS, () -> ofHierarchy(binding, request)));
        }
    }

    /** Makes the table of a collection that has a table of its own. */
    void bind(Attribute attribute, TableBinding table) {
        request(attribute)
                .flatMap(request -> table(table, request, request.stated("name"))
                        .map(audit -> (Runnable) () -> {
                            List<ColumnBinding> columns = List.copyOf(table.columns());
                            fill(audit, columns, Set.of(), columns, request);
                            kind(audit, request);
                        }))
                .ifPresent(work -> mapping.later(Mapping.Pass.HISTORIES, work));
    }

    /**
     * Makes the table of a relation whose columns are in the table of the other side.
     *
     * @param key the columns there
     */
    void bindChildren(Attribute attribute, Scope scope, EntityBinding target, List<ColumnBinding> key) {
        Optional<AnnotationUsage> stated = attribute.declaration().annotations().find(Jpa.AUDITED_COLLECTION_TABLE);
        request(attribute).ifPresent(request -> {
            Name derived = NamingStrategy.name(scope.owner().entity.name() + "_" + target.entity.name() + SUFFIX);
            tables.beside(
                            scope.owner().table,
                            stated.orElse(request.usage()),
                            stated.flatMap(table -> table.nonEmpty("schema")).or(() -> request.stated("schema")),
                            stated.flatMap(table -> table.nonEmpty("name")),
                            derived)
                    .ifPresent(audit -> mapping.later(Mapping.Pass.HISTORIES, () -> {
                        List<ColumnBinding> columns = new ArrayList<>(key);
                        columns.addAll(mapping.identifiers.of(target));
                        fill(audit, columns, Set.of(), columns, request);
                        kind(audit, request);
                    }));
        });
    }

    private static Optional<Request> request(Attribute attribute) {
        return RowAnnotations.ofCollection(attribute, Jpa.AUDITED, true)
                .filter(usage -> !attribute.has(Jpa.AUDITED_EXCLUDED))
                .map(usage -> new Request(usage, RowAnnotations.ofCollection(attribute, Jpa.AUDITED_TABLE, true)));
    }

    private void ofHierarchy(EntityBinding root, Request request) {
        Optional<TableBinding> audit = table(root.table, request, request.stated("name"));
        audit.ifPresent(table -> mapping.later(Mapping.Pass.HISTORIES, () -> {
            fill(table, root.table.columns(), excludedOfRoot(root), root.table.primaryKey, request);
            kind(table, request);
        }));
        ofSecondaryTables(root, request, audit);
        ofSubclasses(root, request, audit);
    }

    private void ofSecondaryTables(EntityBinding root, Request request, Optional<TableBinding> rootAudit) {
        Annotations annotations = root.entity.details().annotations();
        Stream.concat(
                        root.secondaryTables.values().stream(),
                        root.joinTables.values().stream().map(EntityBinding.JoinTable::table))
                .distinct()
                .forEach(secondary -> {
                    Optional<String> name =
                            annotations.all(Jpa.AUDITED_SECONDARY_TABLE, Jpa.AUDITED_SECONDARY_TABLES).stream()
                                    .filter(usage -> usage.string("secondaryTableName")
                                            .equals(secondary.name.name().text()))
                                    .findFirst()
                                    .map(usage -> usage.string("secondaryAuditTableName"));
                    table(secondary, request, name)
                            .ifPresent(audit -> mapping.later(Mapping.Pass.HISTORIES, () -> {
                                Set<Name> excluded = columns(root, AuditTables::isExcluded);
                                fill(audit, secondary.columns(), excluded, secondary.primaryKey, request);
                                rootAudit.ifPresent(parent -> refer(audit, parent));
                            }));
                });
    }

    private void ofSubclasses(EntityBinding parent, Request request, Optional<TableBinding> parentAudit) {
        if (parent.inheritance == Inheritance.SINGLE_TABLE) {
            return;
        }
        for (EntityType child : mapping.model.children(parent.entity)) {
            EntityBinding binding = mapping.entity(child.className()).orElseThrow();
            if (binding.sharesTable()) {
                continue;
            }
            Request own = request.withNames(child.details().annotations().find(Jpa.AUDITED_TABLE));
            Optional<TableBinding> audit = table(binding.table, own, own.stated("name"));
            audit.ifPresent(table -> mapping.later(Mapping.Pass.HISTORIES, () -> {
                Set<Name> excluded = columns(binding, AuditTables::isExcluded);
                fill(table, binding.table.columns(), excluded, binding.table.primaryKey, request);
                if (binding.inheritance == Inheritance.TABLE_PER_CLASS) {
                    kind(table, request);
                } else {
                    parentAudit.ifPresent(above -> refer(table, above));
                }
            }));
            ofSubclasses(binding, request, audit);
        }
    }

    /** @return empty if it would be another table */
    private Optional<TableBinding> table(TableBinding main, Request request, Optional<String> stated) {
        return tables.beside(
                main,
                request.names().orElse(request.usage()),
                request.stated("schema"),
                stated,
                AuxiliaryTables.suffixed(main, SUFFIX));
    }

    /** Copies the columns and adds the one that says which change a row is from; it and the key tell rows apart. */
    private void fill(
            TableBinding audit,
            Collection<ColumnBinding> columns,
            Set<Name> excluded,
            Collection<ColumnBinding> key,
            Request request) {
        key.stream().filter(column -> excluded.contains(column.name)).forEach(this::refuseExcluded);
        columns.stream()
                .filter(column -> !excluded.contains(column.name) || key.contains(column))
                .forEach(column -> audit.add(column.inHistory(false)));
        ColumnBinding changeset = tables.added(
                audit, request.column("changesetIdColumn", "REV"), changelogs.type(request.usage()), false);
        List<ColumnBinding> all = new ArrayList<>(List.of(changeset));
        all.addAll(AuxiliaryTables.same(key, audit));
        AuxiliaryTables.key(audit, all);
        changelogs.refer(audit, changeset);
    }

    private void refuseExcluded(ColumnBinding column) {
        mapping.problems.add(
                EntityCode.MISPLACED,
                column.place,
                column.subject,
                "@Audited.Excluded stands on an attribute whose column " + column.name.text()
                        + " is part of the key: Hibernate does not start",
                "take @Audited.Excluded away there");
    }

    /** Adds the column that says what was done to the row and, if that is wanted, the one that says until when it was so. */
    private void kind(TableBinding audit, Request request) {
        mapping.types
                .of(
                        TypeRef.Declared.of("java.lang.Byte"),
                        Annotations.none(),
                        ColumnSpec.absent(request.usage().place()))
                .ifPresent(
                        type -> tables.added(audit, request.column("modificationTypeColumn", "REVTYPE"), type, false));
        if (mapping.options.settings().auditsUntil()) {
            ColumnBinding end = tables.added(
                    audit,
                    request.column("invalidatingChangesetIdColumn", "REVEND"),
                    changelogs.type(request.usage()),
                    true);
            changelogs.refer(audit, end);
        }
    }

    private static void refer(TableBinding audit, TableBinding parent) {
        audit.references.add(new TableBinding.Reference(
                Optional.empty(),
                audit.primaryKey,
                parent,
                parent.primaryKey,
                ReferentialAction.NO_ACTION,
                Optional.empty(),
                Optional.empty(),
                false,
                Optional.empty()));
    }

    /** What an attribute excludes, and what no attribute maps: soft deletion, a relation of another entity. */
    private Set<Name> excludedOfRoot(EntityBinding root) {
        Set<Name> mapped = new HashSet<>();
        mapping.identifiers.of(root).forEach(column -> mapped.add(column.name));
        Set<Name> excluded = new HashSet<>();
        for (EntityBinding binding : mapping.entities()) {
            if (binding.entity.root().className().equals(root.entity.className())) {
                mapped.addAll(columns(binding, attribute -> !isExcluded(attribute)));
                excluded.addAll(columns(binding, AuditTables::isExcluded));
            }
        }
        root.table.columns().stream()
                .filter(column -> !column.discriminates && !mapped.contains(column.name))
                .forEach(column -> excluded.add(column.name));
        return excluded;
    }

    private static boolean isExcluded(Attribute attribute) {
        return attribute.has(Jpa.AUDITED_EXCLUDED) || attribute.has(Jpa.VERSION);
    }

    /** The names of the columns of an entity's own attributes that are so. */
    private static Set<Name> columns(EntityBinding binding, Predicate<Attribute> which) {
        Set<Name> names = new HashSet<>();
        for (Attribute attribute : binding.entity.attributes()) {
            if (!attribute.isIdentifier() && which.test(attribute)) {
                binding.attributes.forEach((path, columns) -> {
                    if (path.equals(attribute.name()) || path.startsWith(attribute.name() + ".")) {
                        columns.forEach(column -> names.add(column.name));
                    }
                });
            }
        }
        return names;
    }
}
