package dev.accrete.processor.map;

import dev.accrete.processor.entity.EntityCode;
import dev.accrete.processor.entity.EntityModel;
import dev.accrete.processor.entity.EntityModelReader;
import dev.accrete.processor.entity.Jpa;
import dev.accrete.processor.report.Problems;
import dev.accrete.processor.source.AnnotationUsage;
import dev.accrete.processor.source.ClassDetails;
import dev.accrete.processor.source.ClassSource;
import dev.accrete.processor.source.Place;
import dev.accrete.schema.diff.Intents;
import dev.accrete.schema.model.ForeignKey;
import dev.accrete.schema.model.Index;
import dev.accrete.schema.model.Name;
import dev.accrete.schema.model.Origins;
import dev.accrete.schema.model.PrimaryKey;
import dev.accrete.schema.model.QualifiedName;
import dev.accrete.schema.model.ReferentialAction;
import dev.accrete.schema.model.Schema;
import dev.accrete.schema.model.Table;
import dev.accrete.schema.model.UniqueKey;
import dev.accrete.schema.naming.ConstraintNames;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/** Maps the managed classes to the schema that Hibernate expects for them. */
public final class SchemaMapper {

    private final NamingStrategy naming;
    private final List<String> dialects;
    private final Problems problems;
    private final Origins.Builder origins = Origins.builder();

    private SchemaMapper(NamingStrategy naming, List<String> dialects, Problems problems) {
        this.naming = naming;
        this.dialects = dialects;
        this.problems = problems;
    }

    /**
     * Maps the classes.
     *
     * @param managed sorted by name
     * @param problems receives what can't be mapped; the result then holds what could be
     */
    public static MappedModel map(
            List<ClassDetails> managed, ClassSource classes, MappingOptions options, Problems problems) {
        SortedSet<String> names = new TreeSet<>();
        managed.forEach(details -> names.add(details.name()));
        NamingStrategy naming = new NamingStrategy(options.naming());
        EntityModel model = EntityModelReader.read(managed, classes, problems);
        SupportedAnnotations supported = new SupportedAnnotations(classes, problems);
        supported.checkConverters(managed);
        SchemaMapper schemas = new SchemaMapper(naming, options.dialects(), problems);
        Map<String, Schema> byDialect = new LinkedHashMap<>();
        Intents intents = Intents.none();
        // Each dialect is mapped by itself, so that a rule may ask for it; what is equal becomes one again.
        for (String dialect : options.dialects()) {
            BasicTypes types = new BasicTypes(classes, TargetDialect.of(dialect));
            EntityMapper mapper = new EntityMapper(model, naming, types, supported, problems);
            mapper.bind();
            List<Table> tables = schemas.tables(mapper.bindings());
            byDialect.put(dialect, new Schema(List.of(), mapper.sequences(), tables, List.of()));
            intents = IntentReader.read(managed, mapper.bindings(), problems);
        }
        return new MappedModel(Schema.merge(byDialect), schemas.origins.build(), intents, names);
    }

    private List<Table> tables(List<EntityBinding> bindings) {
        List<Table> tables = new ArrayList<>();
        Map<QualifiedName, EntityBinding> byName = new HashMap<>();
        for (EntityBinding binding : bindings) {
            EntityBinding other = byName.putIfAbsent(binding.table.name, binding);
            if (other != null) {
                problems.add(
                        EntityCode.SAME_TABLE,
                        binding.table.place,
                        binding.entity.details().simpleName(),
                        "the table " + binding.table.name + " belongs to "
                                + other.entity.details().simpleName() + " already",
                        "name another table with @Table(name = \"...\")");
            } else if (binding.table.owned) {
                tables.add(table(binding));
            }
        }
        tables.sort(Comparator.comparing(Table::name));
        return tables;
    }

    private Table table(EntityBinding binding) {
        TableBinding table = binding.table;
        origins.put(table.name, table.origin);
        checkName(table.name.name(), binding.entity.details().simpleName(), table.place);
        for (ColumnBinding column : table.columns()) {
            origins.put(table.name, column.name, column.origin);
            checkName(column.name, column.subject, column.place);
        }
        Map<Name, UniqueKey> uniques = new LinkedHashMap<>();
        table.columns().stream()
                // The primary key is unique already (Hibernate leaves it out).
                .filter(column -> column.unique && !table.primaryKey.equals(List.of(column)))
                .map(column -> List.of(column.name))
                .forEach(columns -> addUnique(uniques, table, Optional.empty(), columns));
        List<Index> indexes = new ArrayList<>();
        Optional<AnnotationUsage> annotation =
                binding.entity.details().annotations().find(Jpa.TABLE);
        annotation.ifPresent(usage -> {
            stated(usage, binding, uniques);
            indexes.addAll(indexes(usage, binding, uniques));
        });
        List<ForeignKey> foreignKeys = table.references.stream()
                .map(reference -> foreignKey(table, reference))
                .toList();
        return Table.of(
                        table.name,
                        table.columns().stream().map(ColumnBinding::toColumn).toList())
                .withPrimaryKey(
                        table.primaryKey.isEmpty()
                                ? Optional.empty()
                                : Optional.of(new PrimaryKey(
                                        table.primaryKeyName.orElse(ConstraintNames.primaryKey(table.name)),
                                        EntityMapper.names(table.primaryKey))))
                .withUniqueKeys(List.copyOf(uniques.values()))
                .withForeignKeys(foreignKeys)
                .withIndexes(indexes)
                .withComment(annotation.flatMap(usage -> usage.nonEmpty("comment")))
                .withOptions(annotation.flatMap(usage -> usage.nonEmpty("options")));
    }

    private static void addUnique(
            Map<Name, UniqueKey> uniques, TableBinding table, Optional<Name> stated, List<Name> columns) {
        Name name = stated.orElse(ConstraintNames.uniqueKey(table.name, columns));
        // Hibernate merges constraints over the same columns; the first stays, under a stated name if there is one.
        Optional<UniqueKey> same = uniques.values().stream()
                .filter(key -> Set.copyOf(key.columns()).equals(Set.copyOf(columns)))
                .findFirst();
        if (same.isEmpty()) {
            uniques.putIfAbsent(name, UniqueKey.of(name, columns));
        } else if (stated.isPresent()
                && same.get()
                        .name()
                        .equals(ConstraintNames.uniqueKey(table.name, same.get().columns()))) {
            uniques.remove(same.get().name());
            uniques.put(name, UniqueKey.of(name, same.get().columns()));
        }
    }

    private static boolean isPrimaryKey(TableBinding table, List<Name> columns) {
        return Set.copyOf(EntityMapper.names(table.primaryKey)).equals(Set.copyOf(columns));
    }

    private static ForeignKey foreignKey(TableBinding table, TableBinding.Reference reference) {
        List<Name> columns = EntityMapper.names(reference.columns());
        return new ForeignKey(
                reference.name().orElse(ConstraintNames.foreignKey(table.name, columns)),
                columns,
                reference.table().name,
                EntityMapper.names(reference.referenced()),
                reference.onDelete(),
                ReferentialAction.NO_ACTION,
                reference.definition(),
                reference.options());
    }

    private void stated(AnnotationUsage usage, EntityBinding binding, Map<Name, UniqueKey> uniques) {
        String subject = binding.entity.details().simpleName();
        if (!usage.list("check").isEmpty() || usage.nonEmpty("catalog").isPresent()) {
            SupportedAnnotations.refuse(usage, subject, problems);
        }
        for (AnnotationUsage unique : usage.nestedList("uniqueConstraints")) {
            List<Name> columns = new ArrayList<>();
            unique.strings("columnNames")
                    .forEach(name -> column(binding, name, unique).ifPresent(columns::add));
            if (!columns.isEmpty() && !isPrimaryKey(binding.table, columns)) {
                addUnique(uniques, binding.table, unique.nonEmpty("name").map(NamingStrategy::name), columns);
            } else if (unique.nonEmpty("name").isPresent()) {
                // Hibernate gives the key the constraint's name instead of a second constraint.
                binding.table.primaryKeyName = unique.nonEmpty("name").map(NamingStrategy::name);
            }
        }
    }

    private List<Index> indexes(AnnotationUsage table, EntityBinding binding, Map<Name, UniqueKey> uniques) {
        List<Index> indexes = new ArrayList<>();
        for (AnnotationUsage usage : table.nestedList("indexes")) {
            List<Index.Part> parts = new ArrayList<>();
            for (String part : usage.string("columnList").split(",")) {
                String text = part.strip();
                String lower = text.toLowerCase(Locale.ROOT);
                boolean descending = lower.endsWith(" desc");
                String name = descending || lower.endsWith(" asc")
                        ? text.substring(0, text.lastIndexOf(' ')).strip()
                        : text;
                column(binding, name, usage).ifPresent(column -> parts.add(Index.Part.column(column, descending)));
            }
            List<Name> columns =
                    parts.stream().flatMap(part -> part.column().stream()).toList();
            Optional<Name> stated = usage.nonEmpty("name").map(NamingStrategy::name);
            if (usage.flag("unique", false) && parts.stream().anyMatch(Index.Part::descending)) {
                // Hibernate writes a unique constraint with "desc" in it, which no database takes.
                SupportedAnnotations.refuse(usage, binding.entity.details().simpleName(), problems);
            } else if (usage.flag("unique", false)) {
                addUnique(uniques, binding.table, stated, columns);
            } else if (!parts.isEmpty()) {
                indexes.add(new Index(
                        stated.orElse(ConstraintNames.index(binding.table.name, columns)),
                        parts,
                        false,
                        usage.nonEmpty("options")));
            }
        }
        return indexes;
    }

    /** Annotations name columns by their logical name; Hibernate takes the physical one as well. */
    private Optional<Name> column(EntityBinding binding, String written, AnnotationUsage usage) {
        Name logical = NamingStrategy.name(written);
        Optional<Name> found = binding.table
                .byLogicalName(logical)
                .or(() -> binding.table.column(logical))
                .or(() -> binding.table.column(naming.physical(logical)))
                .map(column -> column.name);
        if (found.isEmpty()) {
            problems.add(
                    EntityCode.UNKNOWN_COLUMN,
                    usage.place(),
                    binding.entity.details().simpleName(),
                    "no attribute maps the column " + written,
                    "name a column of the table: "
                            + String.join(
                                    ", ",
                                    binding.table.columns().stream()
                                            .map(column -> column.logical.text())
                                            .toList()));
        }
        return found;
    }

    private void checkName(Name name, String subject, Place place) {
        List<String> refusedBy = ReservedWords.refusedBy(name, dialects);
        if (!refusedBy.isEmpty()) {
            problems.add(
                    EntityCode.RESERVED_WORD,
                    place,
                    subject,
                    "the name " + name.text() + " is a reserved word on " + String.join(" and ", refusedBy),
                    "name it otherwise with @Table(name = \"...\") or @Column(name = \"...\"), or quote it there:"
                            + " \"`" + name.text() + "`\"");
        }
        if (name.text().getBytes(StandardCharsets.UTF_8).length > ConstraintNames.MAX_BYTES) {
            problems.add(
                    EntityCode.NAME_TOO_LONG,
                    place,
                    subject,
                    "the name " + name.text() + " is longer than the 63 bytes that PostgreSQL keeps",
                    "name it with @Table(name = \"...\") or @Column(name = \"...\")");
        }
    }
}
