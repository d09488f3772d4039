package dev.accrete.processor.map;

import dev.accrete.processor.entity.Attribute;
import dev.accrete.processor.entity.EmbeddableType;
import dev.accrete.processor.entity.Jpa;
import dev.accrete.processor.entity.Plural;
import dev.accrete.processor.report.Problems;
import dev.accrete.processor.source.AnnotationUsage;
import dev.accrete.processor.source.Annotations;
import dev.accrete.processor.source.ClassDetails;
import dev.accrete.schema.diff.Intents;
import dev.accrete.schema.model.Name;
import dev.accrete.schema.model.Origin;
import dev.accrete.schema.model.QualifiedName;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads what the annotations of Accrete state about the way from the saved schema to the mapped one. */
final class IntentReader {

    private static final String ACCRETE = "dev.accrete.annotations.";
    private static final String RENAMED_FROM = ACCRETE + "RenamedFrom";
    private static final String BACKFILL = ACCRETE + "Backfill";
    private static final String USING = ACCRETE + "Using";
    private static final String DROP_COLUMN = ACCRETE + "DropColumn";
    private static final String KEEP_COLUMN = ACCRETE + "KeepColumn";
    private static final String DROP_TABLE = ACCRETE + "DropTable";
    private static final String CONTAINER = ".Container";

    private final Map<Origin, List<ColumnBinding>> columns = new HashMap<>();
    private final Map<Origin, TableBinding> tables = new HashMap<>();
    private final Problems problems;
    private final List<Intents.TableRename> tableRenames = new ArrayList<>();
    private final List<Intents.ColumnRename> columnRenames = new ArrayList<>();
    private final Map<QualifiedName, Intents.TableDrop> tableDrops = new LinkedHashMap<>();
    private final List<Intents.ColumnDrop> columnDrops = new ArrayList<>();
    private final List<Intents.ColumnKeep> columnKeeps = new ArrayList<>();
    private final List<Intents.Backfill> backfills = new ArrayList<>();
    private final List<Intents.Using> usings = new ArrayList<>();
    private final List<Intents.Adoption> adoptions = new ArrayList<>();

    private IntentReader(Tables tables, Problems problems) {
        for (TableBinding table : tables.all()) {
            this.tables.putIfAbsent(table.origin, table);
            for (ColumnBinding column : table.columns()) {
                columns.computeIfAbsent(column.origin, origin -> new ArrayList<>())
                        .add(column);
            }
        }
        this.problems = problems;
    }

    /**
     * Reads the intents.
     *
     * @param managed whose own and whose packages' {@code @DropTable}s count
     * @param bindings the entities with their tables; those that the model does not cover have no intents
     * @param tables all tables, those of collections included
     * @param problems receives intents on attributes that have neither exactly one column nor a table of their own
     */
    static Intents read(
            List<ClassDetails> managed, Collection<EntityBinding> bindings, Tables tables, Problems problems) {
        IntentReader reader = new IntentReader(tables, problems);
        for (ClassDetails details : managed) {
            Origin origin = new Origin(details.name(), "");
            reader.dropTables(details.annotations(), origin);
            reader.dropTables(details.packageAnnotations(), origin);
        }
        for (EntityBinding binding : bindings) {
            if (binding.table.owned) {
                reader.ofEntity(binding);
            }
        }
        return new Intents(
                reader.tableRenames,
                reader.columnRenames,
                List.copyOf(reader.tableDrops.values()),
                reader.columnDrops,
                reader.columnKeeps,
                reader.backfills,
                reader.usings,
                reader.adoptions);
    }

    /** A package's annotations come with each of its classes; the first class stands for it. */
    private void dropTables(Annotations annotations, Origin origin) {
        for (AnnotationUsage usage : annotations.all(DROP_TABLE, DROP_TABLE + CONTAINER)) {
            QualifiedName table = qualified(usage.string("value"));
            tableDrops.putIfAbsent(table, new Intents.TableDrop(table, origin));
        }
    }

    private void ofEntity(EntityBinding binding) {
        QualifiedName table = binding.table.name;
        Annotations annotations = binding.entity.details().annotations();
        Origin origin = binding.table.origin;
        annotations
                .find(RENAMED_FROM)
                .ifPresent(usage ->
                        tableRenames.add(new Intents.TableRename(table, qualified(usage.string("value")), origin)));
        annotations
                .find(Jpa.MANAGED)
                .filter(usage -> usage.flag("adopt", false))
                .ifPresent(usage -> adoptions.add(new Intents.Adoption(table, origin)));
        for (AnnotationUsage usage : annotations.all(DROP_COLUMN, DROP_COLUMN + CONTAINER)) {
            columnDrops.add(new Intents.ColumnDrop(table, Name.parse(usage.string("value")), origin));
        }
        for (AnnotationUsage usage : annotations.all(KEEP_COLUMN, KEEP_COLUMN + CONTAINER)) {
            columnKeeps.add(new Intents.ColumnKeep(table, Name.parse(usage.string("value")), origin));
        }
        for (Attribute attribute : binding.entity.attributes()) {
            ofAttribute(attribute, Scope.of(binding, Scope.Role.ATTRIBUTE));
        }
    }

    private void ofAttribute(Attribute attribute, Scope scope) {
        Origin origin = scope.origin(attribute);
        List<ColumnBinding> bound = columns.getOrDefault(origin, List.of());
        Optional<TableBinding> own = Optional.ofNullable(tables.get(origin));
        for (AnnotationUsage usage : attribute.declaration().annotations().usages()) {
            String name = usage.name();
            boolean intent = name.equals(RENAMED_FROM) || name.equals(BACKFILL) || name.equals(USING);
            if (intent && own.isPresent() && name.equals(RENAMED_FROM)) {
                tableRenames.add(new Intents.TableRename(own.get().name, qualified(usage.string("value")), origin));
            } else if (intent && (bound.size() != 1 || own.isPresent())) {
                // On an embedded attribute, or one with several columns or none: which one is meant is open.
                SupportedAnnotations.refuse(usage, scope.subject(attribute), problems);
            } else if (intent) {
                ofColumn(name, bound.get(0), usage.string("value"), origin);
            }
        }
        if (attribute instanceof Attribute.Embedded embedded) {
            ofEmbeddable(embedded.embeddable(), scope.within(attribute));
        } else if (attribute instanceof Attribute.ElementCollection elements && own.isPresent()) {
            CollectionBinding collection = new CollectionBinding(attribute, elements.plural(), scope, own.get(), true);
            Plural plural = elements.plural();
            plural.embeddable().ifPresent(value -> ofEmbeddable(value, collection.insideValue()));
            plural.embeddableKey().ifPresent(key -> ofEmbeddable(key, collection.insideKey()));
        }
    }

    private void ofEmbeddable(EmbeddableType embeddable, Scope inside) {
        embeddable.attributes().forEach(nested -> ofAttribute(nested, inside));
    }

    private void ofColumn(String intent, ColumnBinding binding, String value, Origin origin) {
        QualifiedName table = binding.table.orElseThrow().name;
        Name column = binding.name;
        switch (intent) {
            case RENAMED_FROM -> columnRenames.add(new Intents.ColumnRename(table, column, Name.parse(value), origin));
            case BACKFILL -> backfills.add(new Intents.Backfill(table, column, value, origin));
            default -> usings.add(new Intents.Using(table, column, value, origin));
        }
    }

    /** Reads {@code schema.table} or {@code table} as it stands in the database. */
    private static QualifiedName qualified(String text) {
        int dot = text.indexOf('.');
        return dot <= 0 || dot == text.length() - 1
                ? QualifiedName.of(Name.parse(text))
                : QualifiedName.of(Name.parse(text.substring(0, dot)), Name.parse(text.substring(dot + 1)));
    }
}
