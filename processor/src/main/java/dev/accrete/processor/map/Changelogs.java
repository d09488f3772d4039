package dev.accrete.processor.map;

import dev.accrete.processor.entity.Attribute;
import dev.accrete.processor.entity.EntityCode;
import dev.accrete.processor.entity.Jpa;
import dev.accrete.processor.map.binding.ColumnBinding;
import dev.accrete.processor.map.binding.EntityBinding;
import dev.accrete.processor.map.binding.TableBinding;
import dev.accrete.processor.map.type.ColumnSpec;
import dev.accrete.processor.source.AnnotationUsage;
import dev.accrete.processor.source.Annotations;
import dev.accrete.processor.source.TypeRef;
import dev.accrete.schema.model.ColumnType;
import dev.accrete.schema.model.ReferentialAction;
import java.util.List;
import java.util.Optional;

/**
 * Finds what numbers the changes that histories of rows record: the {@code @Changelog} entity, or else the time.
 *
 * @implNote Hibernate's AuditHelper.bindChangelog, ChangesetCoordinatorImpl.
 */
final class Changelogs {

    private static final String INSTANT = "java.time.Instant";

    private final Mapping mapping;
    private Optional<Changelog> found = Optional.empty();

    Changelogs(Mapping mapping) {
        this.mapping = mapping;
    }

    /** @param id the attribute that numbers changes */
    private record Changelog(EntityBinding entity, Attribute id) {}

    /** Looks for the entity; attributes must be bound. */
    void bind() {
        found = mapping.entities().stream()
                .filter(binding -> binding.parent.isEmpty())
                .flatMap(binding -> changelog(binding).stream())
                .findFirst();
        found.filter(log -> !log.id().isIdentifier())
                .flatMap(log ->
                        Optional.ofNullable(log.entity().attributes.get(log.id().name())))
                .ifPresent(columns -> columns.forEach(column -> column.unique = true));
    }

    /** Whether the time tells changes apart. */
    boolean isByTime() {
        return idType().equals(TypeRef.Declared.of(INSTANT));
    }

    /** The type of a column that says which change a row is from. */
    ColumnType type(AnnotationUsage usage) {
        return type(idType(), usage).orElseThrow();
    }

    private Optional<ColumnType> type(TypeRef id, AnnotationUsage usage) {
        return mapping.types.of(id, Annotations.none(), ColumnSpec.absent(usage.place()));
    }

    private TypeRef idType() {
        return found.map(log -> log.id().declaration().type()).orElseGet(() -> TypeRef.Declared.of(INSTANT));
    }

    /** Lets a column refer to the changelog, if there is one. */
    void refer(TableBinding table, ColumnBinding column) {
        found.ifPresent(log -> {
            List<ColumnBinding> key = mapping.identifiers.of(log.entity());
            table.references.add(new TableBinding.Reference(
                    Optional.empty(),
                    List.of(column),
                    log.entity().table,
                    key,
                    ReferentialAction.NO_ACTION,
                    Optional.empty(),
                    Optional.empty(),
                    false,
                    Optional.empty()));
        });
    }

    private Optional<Changelog> changelog(EntityBinding binding) {
        Optional<AnnotationUsage> usage = RowAnnotations.ofEntity(binding.entity, Jpa.CHANGELOG)
                .filter(stated ->
                        RowAnnotations.ofEntity(binding.entity, Jpa.AUDITED).isEmpty());
        if (usage.isEmpty()) {
            return Optional.empty();
        }
        List<Attribute> ids = having(binding, Jpa.CHANGELOG_CHANGESET_ID);
        if (ids.size() != 1 || having(binding, Jpa.CHANGELOG_TIMESTAMP).size() != 1) {
            misplaced(
                    usage.get(),
                    binding,
                    "a @Changelog has one attribute with @Changelog.ChangesetId, and one with @Changelog.Timestamp");
            return Optional.empty();
        }
        Attribute id = ids.get(0);
        if (!(id instanceof Attribute.Basic) || mapping.identifiers.of(binding).size() != 1) {
            misplaced(usage.get(), binding, "what numbers changes is one basic attribute, as is the identifier");
            return Optional.empty();
        }
        // One without a type is reported as any attribute is.
        return type(id.declaration().type(), usage.get()).map(type -> new Changelog(binding, id));
    }

    private static List<Attribute> having(EntityBinding binding, String annotation) {
        return binding.entity.attributes().stream()
                .filter(attribute -> attribute.has(annotation))
                .toList();
    }

    private void misplaced(AnnotationUsage usage, EntityBinding binding, String rule) {
        mapping.problems.add(
                EntityCode.MISPLACED,
                usage.place(),
                binding.table.subject,
                rule + ": Hibernate does not start",
                "put both on basic attributes of " + binding.table.subject + ", or take @Changelog away");
    }
}
