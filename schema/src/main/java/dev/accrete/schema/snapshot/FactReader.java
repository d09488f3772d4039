package dev.accrete.schema.snapshot;

import dev.accrete.schema.model.CheckConstraint;
import dev.accrete.schema.model.Column;
import dev.accrete.schema.model.ColumnType;
import dev.accrete.schema.model.ColumnTypes;
import dev.accrete.schema.model.Constraint;
import dev.accrete.schema.model.ForeignKey;
import dev.accrete.schema.model.Index;
import dev.accrete.schema.model.PrimaryKey;
import dev.accrete.schema.model.QualifiedName;
import dev.accrete.schema.model.ReferentialAction;
import dev.accrete.schema.model.Row;
import dev.accrete.schema.model.Schema;
import dev.accrete.schema.model.Sequence;
import dev.accrete.schema.model.Table;
import dev.accrete.schema.model.TypeDefinition;
import dev.accrete.schema.model.UniqueKey;
import dev.accrete.schema.model.View;
import dev.accrete.schema.snapshot.Fact.FactException;
import dev.accrete.schema.snapshot.Kept.KeptColumn;
import dev.accrete.schema.snapshot.Kept.KeptConstraint;
import dev.accrete.schema.snapshot.Kept.KeptRow;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Puts a snapshot together from facts; the counterpart of {@link FactWriter}. */
final class FactReader {

    private static final List<String> KINDS =
            List.of("setting", "class", "enumType", "compositeType", "sequence", "view");
    private static final List<String> KINDS_OF_TABLE =
            List.of("column", "primaryKey", "uniqueKey", "foreignKey", "index", "check");

    private final Set<List<Object>> stated = new HashSet<>();
    private final Map<String, String> settings = new TreeMap<>();
    private final Set<String> classes = new TreeSet<>();
    private final List<TypeDefinition> types = new ArrayList<>();
    private final List<Sequence> sequences = new ArrayList<>();
    private final List<View> views = new ArrayList<>();
    private final Map<TableKey, TableParts> tables = new LinkedHashMap<>();
    /** Thousands of columns have a few tens of types. */
    private final Map<String, ColumnType> columnTypes = new HashMap<>();

    private final List<TypeDefinition> keptTypes = new ArrayList<>();
    private final List<Sequence> keptSequences = new ArrayList<>();
    private final List<KeptColumn> keptColumns = new ArrayList<>();
    private final List<KeptConstraint> keptConstraints = new ArrayList<>();
    private final List<KeptRow> keptRows = new ArrayList<>();

    /**
     * Takes one fact.
     *
     * @throws FactException if it can't be understood
     * @throws IllegalArgumentException if a value in it is invalid
     */
    void add(Fact fact) {
        if (fact.has("setting")) {
            settings.put(fact.string("setting"), fact.string("value"));
        } else if (fact.has("class")) {
            classes.add(fact.string("class"));
        } else if (fact.has("enumType")) {
            QualifiedName name = fact.qualifiedName("enumType", "schema");
            type(fact, new TypeDefinition.EnumType(name, fact.strings("values"), on(fact)));
        } else if (fact.has("compositeType")) {
            QualifiedName name = fact.qualifiedName("compositeType", "schema");
            List<Column> attributes =
                    fact.objects("attributes").stream().map(this::column).toList();
            type(fact, new TypeDefinition.CompositeType(name, attributes, on(fact)));
        } else if (fact.has("sequence")) {
            sequence(fact);
        } else if (fact.has("view")) {
            views.add(new View(fact.qualifiedName("view", "schema"), fact.string("query"), on(fact)));
        } else if (fact.has("table")) {
            ofTable(fact);
        } else {
            throw new FactException("a fact of an unknown kind");
        }
        fact.requireUnderstood();
        requireNew(fact);
    }

    /** A merge can bring the same line in at two places; two columns of one name would be one too many. */
    private void requireNew(Fact fact) {
        Optional<QualifiedName> table =
                fact.has("table") ? Optional.of(fact.qualifiedName("table", "schema")) : Optional.empty();
        for (String kind : table.isPresent() ? KINDS_OF_TABLE : KINDS) {
            if (fact.has(kind)) {
                Object name = table.isPresent() || kind.equals("setting") || kind.equals("class")
                        ? fact.name(kind)
                        : fact.qualifiedName(kind, "schema");
                if (!stated.add(List.of(kind, table, name, on(fact)))) {
                    throw new FactException(
                            kind + " " + name + table.map(t -> " of table " + t).orElse("") + " is stated twice");
                }
            }
        }
    }

    /** The snapshot of all facts so far. */
    Snapshot snapshot() {
        List<Table> model = new ArrayList<>();
        List<Table> kept = new ArrayList<>();
        tables.forEach((key, parts) -> (parts.kept ? kept : model).add(parts.table(key)));
        return Snapshot.of(
                new Schema(types, sequences, model, views),
                new Kept(keptTypes, keptSequences, kept, keptColumns, keptConstraints, keptRows),
                settings,
                classes);
    }

    private void type(Fact fact, TypeDefinition type) {
        (kept(fact) ? keptTypes : types).add(type);
    }

    private void sequence(Fact fact) {
        Sequence sequence = new Sequence(
                fact.qualifiedName("sequence", "schema"),
                fact.number("start"),
                fact.number("increment"),
                fact.optional("options"),
                on(fact));
        (kept(fact) ? keptSequences : sequences).add(sequence);
    }

    private void ofTable(Fact fact) {
        QualifiedName table = fact.qualifiedName("table", "schema");
        Set<String> on = on(fact);
        if (fact.has("column")) {
            Column column = column(fact);
            Optional<String> kept = keptText(fact);
            if (kept.isPresent()) {
                keptColumns.add(new KeptColumn(table, column, kept.get().equals(FactKeys.EXPLICITLY), on));
            } else {
                parts(table, on).columns.add(column);
            }
        } else if (fact.has("row")) {
            Row row = new Row(fact.names("row"), fact.strings("values"));
            if (kept(fact)) {
                keptRows.add(new KeptRow(table, row, on));
            } else {
                parts(table, on).rows.add(row);
            }
        } else {
            Optional<Constraint> constraint = constraint(fact);
            if (constraint.isEmpty()) {
                table(fact, table, on);
            } else if (kept(fact)) {
                keptConstraints.add(new KeptConstraint(table, constraint.get(), on));
            } else {
                parts(table, on).add(constraint.get());
            }
        }
    }

    private void table(Fact fact, QualifiedName name, Set<String> on) {
        TableParts parts = new TableParts(name, kept(fact), fact.optional("comment"), fact.optional("options"));
        if (tables.putIfAbsent(new TableKey(name, on), parts) != null) {
            throw new FactException("table " + name + " is stated twice");
        }
    }

    private TableParts parts(QualifiedName table, Set<String> on) {
        TableParts parts = tables.get(new TableKey(table, on));
        if (parts == null) {
            throw new FactException("table " + table + " is not stated before this");
        }
        return parts;
    }

    private Column column(Fact fact) {
        return new Column(
                fact.name("column"),
                columnTypes.computeIfAbsent(fact.string("type"), ColumnTypes::parse),
                fact.flag("nullable", true),
                fact.optional("default"),
                fact.flag("identity", false),
                fact.optional("generated"),
                fact.strings("checks"),
                fact.optional("collation"),
                fact.optional("comment"),
                fact.optional("options"));
    }

    private static Optional<Constraint> constraint(Fact fact) {
        if (fact.has("primaryKey")) {
            return Optional.of(new PrimaryKey(fact.name("primaryKey"), fact.names("columns")));
        } else if (fact.has("uniqueKey")) {
            return Optional.of(new UniqueKey(fact.name("uniqueKey"), fact.names("columns"), fact.optional("options")));
        } else if (fact.has("foreignKey")) {
            return Optional.of(new ForeignKey(
                    fact.name("foreignKey"),
                    fact.names("columns"),
                    fact.qualifiedName("references", "referencesSchema"),
                    fact.names("referencedColumns"),
                    action(fact, "onDelete"),
                    action(fact, "onUpdate"),
                    fact.optional("definition"),
                    fact.optional("options")));
        } else if (fact.has("index")) {
            List<Index.Part> parts =
                    fact.objects("parts").stream().map(FactReader::part).toList();
            return Optional.of(
                    new Index(fact.name("index"), parts, fact.flag("unique", false), fact.optional("options")));
        } else if (fact.has("check")) {
            return Optional.of(
                    new CheckConstraint(fact.name("check"), fact.string("condition"), fact.optional("options")));
        }
        return Optional.empty();
    }

    private static Index.Part part(Fact fact) {
        Index.Part part = new Index.Part(
                fact.has("column") ? Optional.of(fact.name("column")) : Optional.empty(),
                fact.optional("expression"),
                fact.flag("descending", false));
        fact.requireUnderstood();
        return part;
    }

    private static ReferentialAction action(Fact fact, String member) {
        return fact.optional(member)
                .map(text -> ReferentialAction.valueOf(text.toUpperCase(Locale.ROOT)))
                .orElse(ReferentialAction.NO_ACTION);
    }

    private static Set<String> on(Fact fact) {
        return fact.has("on") ? Set.copyOf(fact.strings("on")) : Set.of();
    }

    private static boolean kept(Fact fact) {
        return keptText(fact).isPresent();
    }

    private static Optional<String> keptText(Fact fact) {
        Optional<String> text = fact.optional("kept");
        if (text.isPresent() && !text.get().equals(FactKeys.KEPT) && !text.get().equals(FactKeys.EXPLICITLY)) {
            throw new FactException("\"kept\" can't be \"" + text.get() + "\"");
        }
        return text;
    }

    /** A table, or the variant of a table for some dialects. */
    private record TableKey(QualifiedName name, Set<String> on) {}

    /** A table while its facts come in. */
    private static final class TableParts {

        private final QualifiedName name;
        private final boolean kept;
        private final Optional<String> comment;
        private final Optional<String> options;
        private final List<Column> columns = new ArrayList<>();
        private final List<UniqueKey> uniqueKeys = new ArrayList<>();
        private final List<ForeignKey> foreignKeys = new ArrayList<>();
        private final List<Index> indexes = new ArrayList<>();
        private final List<CheckConstraint> checks = new ArrayList<>();
        private final List<Row> rows = new ArrayList<>();
        private Optional<PrimaryKey> primaryKey = Optional.empty();

        TableParts(QualifiedName name, boolean kept, Optional<String> comment, Optional<String> options) {
            this.name = name;
            this.kept = kept;
            this.comment = comment;
            this.options = options;
        }

        void add(Constraint constraint) {
            if (constraint instanceof PrimaryKey key) {
                if (primaryKey.isPresent()) {
                    throw new FactException("table " + name + " has two primary keys");
                }
                primaryKey = Optional.of(key);
            } else if (constraint instanceof UniqueKey key) {
                uniqueKeys.add(key);
            } else if (constraint instanceof ForeignKey key) {
                foreignKeys.add(key);
            } else if (constraint instanceof Index index) {
                indexes.add(index);
            } else if (constraint instanceof CheckConstraint check) {
                checks.add(check);
            }
        }

        Table table(TableKey key) {
            return new Table(
                    name,
                    columns,
                    primaryKey,
                    uniqueKeys,
                    foreignKeys,
                    indexes,
                    checks,
                    rows,
                    comment,
                    options,
                    key.on());
        }
    }
}
