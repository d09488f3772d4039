package dev.accrete.schema.snapshot;

import dev.accrete.schema.model.CheckConstraint;
import dev.accrete.schema.model.Column;
import dev.accrete.schema.model.ColumnType;
import dev.accrete.schema.model.Constraint;
import dev.accrete.schema.model.ForeignKey;
import dev.accrete.schema.model.Index;
import dev.accrete.schema.model.Name;
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
import dev.accrete.schema.snapshot.Kept.KeptColumn;
import dev.accrete.schema.snapshot.Kept.KeptConstraint;
import dev.accrete.schema.snapshot.Kept.KeptRow;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * Turns a schema into facts: lines of JSON of which each says all that it is about, so that lines can be added, removed
 * and merged without a look at their neighbours. {@link FactReader} reads them.
 */
final class FactWriter {

    private final List<String> lines = new ArrayList<>();
    private final Function<Name, String> spelling;

    /**
     * Prepares to write.
     *
     * @param spelling how a name is written: as the mapping has it, or folded for a hash
     */
    FactWriter(Function<Name, String> spelling) {
        this.spelling = spelling;
    }

    /** The lines so far, without line ends and commas. */
    List<String> lines() {
        return lines;
    }

    void setting(String name, String value) {
        add(new JsonLine().put("setting", name).put("value", value));
    }

    void managedClass(String name) {
        add(new JsonLine().put("class", name));
    }

    void model(Schema schema) {
        schema.types().forEach(type -> type(type, false));
        schema.sequences().forEach(sequence -> sequence(sequence, false));
        schema.tables().forEach(table -> table(table, false));
        schema.views().forEach(this::view);
    }

    void kept(Kept kept) {
        kept.types().forEach(type -> type(type, true));
        kept.sequences().forEach(sequence -> sequence(sequence, true));
        kept.tables().forEach(table -> table(table, true));
        kept.columns().forEach(this::keptColumn);
        kept.constraints().forEach(this::keptConstraint);
        kept.rows().forEach(this::keptRow);
    }

    private void add(JsonLine line) {
        lines.add(line.end());
    }

    private void type(TypeDefinition type, boolean kept) {
        if (type instanceof TypeDefinition.EnumType enumType) {
            JsonLine line = named("enumType", enumType.name()).put("values", enumType.values());
            add(ending(line, kept, enumType.dialects()));
        } else if (type instanceof TypeDefinition.CompositeType compositeType) {
            List<JsonLine> attributes = new ArrayList<>();
            for (Column attribute : compositeType.attributes()) {
                attributes.add(column(new JsonLine(), attribute));
            }
            JsonLine line = named("compositeType", compositeType.name()).putObjects("attributes", attributes);
            add(ending(line, kept, compositeType.dialects()));
        } else {
            throw new IllegalStateException("a kind of type that schema.json has no fact for: " + type);
        }
    }

    private void sequence(Sequence sequence, boolean kept) {
        JsonLine line = named("sequence", sequence.name())
                .put("start", sequence.start())
                .put("increment", sequence.increment())
                .put("options", sequence.options());
        add(ending(line, kept, sequence.dialects()));
    }

    private void view(View view) {
        add(ending(named("view", view.name()).put("query", view.query()), false, view.dialects()));
    }

    private void table(Table table, boolean kept) {
        JsonLine line =
                named("table", table.name()).put("comment", table.comment()).put("options", table.options());
        add(ending(line, kept, table.dialects()));
        for (Column column : table.columns()) {
            add(ending(column(named("table", table.name()), column), false, table.dialects()));
        }
        table.primaryKey().ifPresent(key -> constraint(table, key));
        table.uniqueKeys().forEach(key -> constraint(table, key));
        table.foreignKeys().forEach(key -> constraint(table, key));
        table.indexes().forEach(index -> constraint(table, index));
        table.checks().forEach(check -> constraint(table, check));
        for (Row row : table.rows()) {
            add(ending(row(named("table", table.name()), row), false, table.dialects()));
        }
    }

    private void constraint(Table table, Constraint constraint) {
        add(ending(constraint(named("table", table.name()), constraint), false, table.dialects()));
    }

    private void keptColumn(KeptColumn kept) {
        JsonLine line = column(named("table", kept.table()), kept.column())
                .put("kept", kept.explicit() ? FactKeys.EXPLICITLY : FactKeys.KEPT);
        add(line.put("on", new TreeSet<>(kept.dialects())));
    }

    private void keptConstraint(KeptConstraint kept) {
        add(ending(constraint(named("table", kept.table()), kept.constraint()), true, kept.dialects()));
    }

    private void keptRow(KeptRow kept) {
        add(ending(row(named("table", kept.table()), kept.row()), true, kept.dialects()));
    }

    private JsonLine column(JsonLine line, Column column) {
        return line.put("column", spelling.apply(column.name()))
                .put("type", type(column.type()))
                .putFalseUnless("nullable", column.nullable())
                .put("default", column.defaultValue())
                .putIf("identity", column.identity())
                .put("generated", column.generatedAs())
                .put("checks", column.checks())
                .put("collation", column.collation())
                .put("comment", column.comment())
                .put("options", column.options());
    }

    /** A type's text, with the names in it spelled like all others. */
    private String type(ColumnType type) {
        if (type instanceof ColumnType.Named named) {
            QualifiedName name = named.name();
            return "type "
                    + name.schema().map(schema -> spelling.apply(schema) + ".").orElse("")
                    + spelling.apply(name.name());
        }
        if (type instanceof ColumnType.Array array) {
            String text = array.text();
            return text.substring(0, text.length() - array.element().text().length()) + type(array.element());
        }
        return type.text();
    }

    private JsonLine constraint(JsonLine line, Constraint constraint) {
        if (constraint instanceof PrimaryKey key) {
            return line.put("primaryKey", spelling.apply(key.name())).put("columns", spell(key.columns()));
        } else if (constraint instanceof UniqueKey key) {
            return line.put("uniqueKey", spelling.apply(key.name()))
                    .put("columns", spell(key.columns()))
                    .put("options", key.options());
        } else if (constraint instanceof ForeignKey key) {
            return foreignKey(line, key);
        } else if (constraint instanceof Index index) {
            return line.put("index", spelling.apply(index.name()))
                    .putIf("unique", index.unique())
                    .putObjects("parts", index.parts().stream().map(this::part).toList())
                    .put("options", index.options());
        } else if (constraint instanceof CheckConstraint check) {
            return line.put("check", spelling.apply(check.name()))
                    .put("condition", check.condition())
                    .put("options", check.options());
        }
        throw new IllegalStateException("a kind of constraint that schema.json has no fact for: " + constraint);
    }

    private JsonLine foreignKey(JsonLine line, ForeignKey key) {
        line.put("foreignKey", spelling.apply(key.name()))
                .put("columns", spell(key.columns()))
                .put("references", spelling.apply(key.referencedTable().name()))
                .put("referencesSchema", key.referencedTable().schema().map(spelling))
                .put("referencedColumns", spell(key.referencedColumns()));
        if (key.onDelete() != ReferentialAction.NO_ACTION) {
            line.put("onDelete", action(key.onDelete()));
        }
        if (key.onUpdate() != ReferentialAction.NO_ACTION) {
            line.put("onUpdate", action(key.onUpdate()));
        }
        return line.put("definition", key.definition()).put("options", key.options());
    }

    private static String action(ReferentialAction action) {
        return action.name().toLowerCase(Locale.ROOT);
    }

    private JsonLine part(Index.Part part) {
        return new JsonLine()
                .put("column", part.column().map(spelling))
                .put("expression", part.expression())
                .putIf("descending", part.descending());
    }

    private JsonLine row(JsonLine line, Row row) {
        return line.put("row", spell(row.columns())).put("values", row.values());
    }

    private JsonLine named(String kind, QualifiedName name) {
        return new JsonLine()
                .put(kind, spelling.apply(name.name()))
                .put("schema", name.schema().map(spelling));
    }

    private List<String> spell(Collection<Name> names) {
        return names.stream().map(spelling).toList();
    }

    private static JsonLine ending(JsonLine line, boolean kept, Set<String> dialects) {
        if (kept) {
            line.put("kept", FactKeys.KEPT);
        }
        return line.put("on", new TreeSet<>(dialects));
    }
}
