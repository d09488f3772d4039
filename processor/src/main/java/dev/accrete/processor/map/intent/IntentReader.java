package dev.accrete.processor.map.intent;

import dev.accrete.processor.entity.Attribute;
import dev.accrete.processor.entity.EmbeddableType;
import dev.accrete.processor.entity.EntityCode;
import dev.accrete.processor.entity.EntityType;
import dev.accrete.processor.entity.Jpa;
import dev.accrete.processor.entity.Plural;
import dev.accrete.processor.map.annotation.SupportedAnnotations;
import dev.accrete.processor.map.binding.CollectionBinding;
import dev.accrete.processor.map.binding.ColumnBinding;
import dev.accrete.processor.map.binding.EntityBinding;
import dev.accrete.processor.map.binding.Scope;
import dev.accrete.processor.map.binding.TableBinding;
import dev.accrete.processor.map.binding.Tables;
import dev.accrete.processor.report.Problems;
import dev.accrete.processor.source.AnnotationUsage;
import dev.accrete.processor.source.Annotations;
import dev.accrete.processor.source.ClassDetails;
import dev.accrete.schema.diff.Intents;
import dev.accrete.schema.model.Name;
import dev.accrete.schema.model.Origin;
import dev.accrete.schema.model.QualifiedName;
import dev.accrete.schema.sql.SqlQueries;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads what the annotations of Accrete state about the way from the saved schema to the mapped one. */
public final class IntentReader {

    private static final String ACCRETE = "dev.accrete.annotations.";
    private static final String RENAMED_FROM = ACCRETE + "RenamedFrom";
    private static final String BACKFILL = ACCRETE + "Backfill";
    private static final String USING = ACCRETE + "Using";
    private static final String DROP_COLUMN = ACCRETE + "DropColumn";
    private static final String KEEP_COLUMN = ACCRETE + "KeepColumn";
    private static final String DROP_TABLE = ACCRETE + "DropTable";
    private static final String CONTAINER = ".Container";

    private final Map<Origin, List<Place>> columns = new HashMap<>();
    private final Map<Origin, TableBinding> tables = new HashMap<>();
    private final Set<List<Object>> ofColumns = new HashSet<>();
    private final Tables all;
    private final List<Tables> elsewhere;
    private final Problems problems;
    private final List<Intents.TableRename> tableRenames = new ArrayList<>();
    private final List<Intents.ColumnRename> columnRenames = new ArrayList<>();
    private final Map<QualifiedName, Intents.TableDrop> tableDrops = new LinkedHashMap<>();
    private final List<Intents.ColumnDrop> columnDrops = new ArrayList<>();
    private final List<Intents.ColumnKeep> columnKeeps = new ArrayList<>();
    private final List<Intents.Backfill> backfills = new ArrayList<>();
    private final List<Intents.Using> usings = new ArrayList<>();
    private final List<Intents.RowsFrom> rows = new ArrayList<>();
    private final List<Intents.Adoption> adoptions = new ArrayList<>();

    /**
     * A column in a table, which may be one that repeats the columns of a superclass.
     *
     * @param own whether messages about the column name the attribute, and not another one that shares it
     * @param holder what the table comes from: a class, or the attribute whose collection or generator it is
     */
    private record Place(QualifiedName table, Name column, boolean own, Origin holder) {}

    private IntentReader(Tables tables, List<Tables> elsewhere, Problems problems) {
        this.all = tables;
        this.elsewhere = elsewhere;
        for (TableBinding table : tables.all()) {
            this.tables.putIfAbsent(table.origin, table);
            if (!table.virtual && table.owned) {
                for (ColumnBinding column : table.columns()) {
                    Stream.concat(Stream.of(column.origin), column.alsoOf.stream())
                            .forEach(origin -> columns.computeIfAbsent(origin, each -> new ArrayList<>())
                                    .add(new Place(
                                            table.name, column.name, origin.equals(column.origin), table.origin)));
                }
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
     * @param elsewhere those of the dialects that are mapped to others: a column may be there alone, as that of a time zone
     * @param problems receives intents on attributes that have neither exactly one column nor a table of their own
     */
    public static Intents read(
            List<ClassDetails> managed,
            Collection<EntityBinding> bindings,
            Tables tables,
            List<Tables> elsewhere,
            Problems problems) {
        IntentReader reader = new IntentReader(tables, elsewhere, problems);
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
                reader.rows,
                reader.adoptions,
                reader.implied());
    }

    private Intents.Implied implied() {
        List<Intents.Backfill> values = new ArrayList<>();
        List<Intents.Positions> positions = new ArrayList<>();
        List<Intents.Numbered> numbered = new ArrayList<>();
        Set<QualifiedName> foreign = new HashSet<>();
        for (TableBinding table : all.all()) {
            if (!table.owned && !table.virtual) {
                foreign.add(table.name);
            }
            for (ColumnBinding column : table.columns()) {
                column.valueOfExisting.ifPresent(
                        sql -> values.add(new Intents.Backfill(table.name, column.name, sql, column.origin)));
                if (!table.virtual) {
                    column.numberedBy.ifPresent(
                            sequence -> numbered.add(new Intents.Numbered(sequence, table.name, column.name)));
                }
                if (!column.listOwner.isEmpty()) {
                    List<Name> owner =
                            column.listOwner.stream().map(each -> each.name).toList();
                    positions.add(new Intents.Positions(table.name, column.name, owner, column.firstPosition));
                }
            }
        }
        return new Intents.Implied(values, positions, numbered, foreign);
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
        for (AnnotationUsage usage : stated(annotations)) {
            ofTable(usage, binding.table, binding.entity.details().name(), origin);
        }
        annotations
                .find(Jpa.MANAGED)
                .filter(usage -> usage.flag("adopt", false))
                .ifPresent(usage -> adoptions.add(new Intents.Adoption(table, origin)));
        ofUnmapped(annotations, table, origin);
        for (EntityType.Superclass superclass : binding.entity.mappedSuperclasses()) {
            ClassDetails details = superclass.details();
            ofUnmapped(details.annotations(), table, new Origin(details.name(), ""));
        }
        for (Attribute attribute : binding.entity.attributes()) {
            ofAttribute(attribute, Scope.of(binding, Scope.Role.ATTRIBUTE));
        }
    }

    /** What becomes of columns that no attribute maps any more. On a mapped superclass: in each table that had its attributes. */
    private void ofUnmapped(Annotations annotations, QualifiedName table, Origin origin) {
        if (!annotations.hasAnyOf(ACCRETE)) {
            return;
        }
        for (AnnotationUsage usage : annotations.all(DROP_COLUMN, DROP_COLUMN + CONTAINER)) {
            columnDrops.add(new Intents.ColumnDrop(table, Name.parse(usage.string("value")), origin));
        }
        for (AnnotationUsage usage : annotations.all(KEEP_COLUMN, KEEP_COLUMN + CONTAINER)) {
            columnKeeps.add(new Intents.ColumnKeep(table, Name.parse(usage.string("value")), origin));
        }
    }

    /** Renames, backfills and conversions; also those that stand together. */
    private static List<AnnotationUsage> stated(Annotations annotations) {
        if (!annotations.hasAnyOf(ACCRETE)) {
            return List.of();
        }
        List<AnnotationUsage> stated = new ArrayList<>();
        for (String name : List.of(RENAMED_FROM, BACKFILL, USING)) {
            stated.addAll(annotations.all(name, name + CONTAINER));
        }
        return stated;
    }

    /** On a class: of its table, or of a column that is named. */
    private void ofTable(AnnotationUsage usage, TableBinding own, String subject, Origin origin) {
        Optional<String> column = usage.nonEmpty("column");
        Optional<TableBinding> table =
                usage.nonEmpty("table").map(name -> all.find(qualified(name))).orElse(Optional.of(own));
        if (column.isPresent()) {
            ofNamedColumn(usage, column.get(), own, subject, origin);
        } else if (table.isEmpty() || usage.name().equals(USING)) {
            SupportedAnnotations.refuse(usage, subject, problems);
        } else {
            ofWholeTable(usage, table.get(), origin);
        }
    }

    private void ofWholeTable(AnnotationUsage usage, TableBinding table, Origin origin) {
        String value = usage.string("value");
        List<String> names = SqlQueries.names(value);
        if (usage.name().equals(RENAMED_FROM)) {
            tableRenames.add(new Intents.TableRename(table.name, qualified(value), origin));
        } else if (!names.isEmpty() && !SqlQueries.withoutNames(value).isBlank()) {
            names.stream()
                    .filter(name -> variants(table)
                            .allMatch(each -> meant(each, Name.parse(name)).isEmpty()))
                    .findFirst()
                    .ifPresentOrElse(
                            unknown -> problems.add(
                                    EntityCode.UNKNOWN_COLUMN,
                                    usage.place(),
                                    origin.shortText(),
                                    "no attribute maps the column " + unknown + " of " + table.name,
                                    "name the columns that get values as they stand in the database: "
                                            + table.columns().stream()
                                                    .map(column -> column.name.toString())
                                                    .collect(Collectors.joining(", "))),
                            () -> rows.add(new Intents.RowsFrom(table.name, value, origin)));
        } else {
            problems.add(
                    EntityCode.MISPLACED,
                    usage.place(),
                    origin.shortText(),
                    "@Backfill of a table needs the names of its columns before the query",
                    "write @Backfill(\"(id, name) select id, name from ...\"), or name a column with column = \"...\"");
        }
    }

    /** {@code column} or {@code table.column}. */
    private void ofNamedColumn(AnnotationUsage usage, String stated, TableBinding own, String subject, Origin origin) {
        int dot = stated.lastIndexOf('.');
        Optional<TableBinding> table = dot < 0 ? Optional.of(own) : all.find(qualified(stated.substring(0, dot)));
        Name column = Name.parse(stated.substring(dot + 1));
        Optional<Place> place = table.filter(found -> found.owned && !found.virtual)
                .flatMap(found -> variants(found)
                        .flatMap(each -> meant(each, column).stream())
                        .findFirst()
                        .map(name -> new Place(found.name, name, true, found.origin)));
        if (place.isEmpty()) {
            problems.add(
                    EntityCode.UNKNOWN_COLUMN,
                    usage.place(),
                    subject,
                    "no attribute maps the column " + stated,
                    "name a column that the model has, as it stands in the database: column, or table.column for one"
                            + " outside the table of the class");
        } else {
            ofColumn(usage, place.get(), origin);
        }
    }

    /** A table as each of the dialects has it. */
    private Stream<TableBinding> variants(TableBinding table) {
        return Stream.concat(Stream.of(table), elsewhere.stream().flatMap(each -> each.find(table.name).stream()));
    }

    private static Optional<Name> meant(TableBinding table, Name stated) {
        List<Name> meant = table.columns().stream()
                .map(column -> column.name)
                .filter(name -> name.isMeantBy(stated))
                .toList();
        return meant.stream()
                .filter(stated::equals)
                .findFirst()
                .or(() -> meant.stream().findFirst());
    }

    private void ofAttribute(Attribute attribute, Scope scope) {
        for (AnnotationUsage usage : stated(attribute.declaration().annotations())) {
            ofAttribute(usage, attribute, scope);
        }
        if (attribute instanceof Attribute.Embedded embedded) {
            ofEmbeddable(embedded.embeddable(), scope.within(attribute));
        } else if (attribute instanceof Attribute.ElementCollection elements
                && tables.containsKey(scope.origin(attribute))) {
            CollectionBinding collection = collection(attribute, elements.plural(), scope);
            elements.plural().embeddable().ifPresent(value -> ofEmbeddable(value, collection.insideValue()));
            ofKey(collection);
        } else if (attribute instanceof Attribute.ToMany many) {
            ofKey(collection(attribute, many.plural(), scope));
        } else if (attribute instanceof Attribute.ManyToAny many) {
            ofKey(collection(attribute, many.plural(), scope));
        }
    }

    private CollectionBinding collection(Attribute attribute, Plural plural, Scope scope) {
        TableBinding own = tables.getOrDefault(scope.origin(attribute), scope.table());
        return new CollectionBinding(attribute, plural, scope, own, true);
    }

    /** The attributes of a map's keys, unless the keys are an attribute of the values. */
    private void ofKey(CollectionBinding collection) {
        if (!collection.attribute().has(Jpa.MAP_KEY)) {
            collection.plural().embeddableKey().ifPresent(key -> ofEmbeddable(key, collection.insideKey()));
        }
    }

    private void ofAttribute(AnnotationUsage usage, Attribute attribute, Scope scope) {
        Origin origin = scope.origin(attribute);
        List<Place> bound = ownColumns(origin);
        boolean one = bound.stream().map(Place::column).distinct().count() == 1;
        Optional<TableBinding> own = Optional.ofNullable(tables.get(origin))
                .filter(table -> outside(origin, bound).isEmpty());
        Optional<String> column = usage.nonEmpty("column");
        if (column.isPresent()) {
            Name stated = Name.parse(column.get());
            TableBinding meant = Optional.ofNullable(tables.get(origin))
                    .filter(table -> own.isPresent() || meant(table, stated).isPresent())
                    .orElse(scope.table());
            ofNamedColumn(usage, column.get(), meant, scope.subject(attribute), stated(attribute, scope));
        } else if (own.isPresent() && !usage.name().equals(USING)) {
            ofWholeTable(usage, own.get(), stated(attribute, scope));
        } else if (!one || own.isPresent()) {
            // On an embedded attribute, or one with several columns or none: which one is meant is open.
            SupportedAnnotations.refuse(usage, scope.subject(attribute), problems);
        } else {
            bound.forEach(place -> ofColumn(usage, place, stated(attribute, scope)));
        }
    }

    /** Where an attribute's annotations stand: what a mapped superclass states is one statement for all its entities. */
    private static Origin stated(Attribute attribute, Scope scope) {
        return scope.isEmbedded() || scope.role() != Scope.Role.ATTRIBUTE
                ? scope.origin(attribute)
                : new Origin(attribute.declaration().declaring().name(), attribute.name());
    }

    /** The columns of an attribute; of several, those that it does not share with an attribute that has them of its own. */
    private List<Place> ownColumns(Origin origin) {
        List<Place> all = columns.getOrDefault(origin, List.of());
        List<Place> own = all.stream().filter(Place::own).toList();
        List<Place> bound = own.isEmpty() ? all : own;
        List<Place> outside = outside(origin, bound);
        return outside.isEmpty() ? bound : outside;
    }

    /** The columns outside the attribute's table: where there are any, that table holds no values, but its generator's numbers. */
    private static List<Place> outside(Origin origin, List<Place> bound) {
        return bound.stream().filter(place -> !place.holder().equals(origin)).toList();
    }

    private void ofEmbeddable(EmbeddableType embeddable, Scope inside) {
        embeddable.attributes().forEach(nested -> ofAttribute(nested, inside));
    }

    /** What attributes that share a column state alike is stated once. */
    private void ofColumn(AnnotationUsage usage, Place place, Origin origin) {
        QualifiedName table = place.table();
        Name column = place.column();
        String value = usage.string("value");
        if (!ofColumns.add(List.of(usage.name(), table, column, value))) {
            return;
        }
        switch (usage.name()) {
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
