package dev.accrete.schema.diff;

import dev.accrete.schema.model.Column;
import dev.accrete.schema.model.Name;
import dev.accrete.schema.model.Origin;
import dev.accrete.schema.model.Origins;
import dev.accrete.schema.model.QualifiedName;
import dev.accrete.schema.model.Schema;
import dev.accrete.schema.model.Table;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Reads the {@code intents.txt} of a case, and makes up classes and attributes for its tables and columns. */
public final class CaseIntents {

    private CaseIntents() {}

    /**
     * Reads lines such as {@code rename-column users.full_name from name}, {@code rename-table account from users},
     * {@code drop-table users}, {@code drop-column users.fax}, {@code keep-column users.fax}, {@code backfill users.age
     * 0}, {@code using users.age cast(age as integer)}, {@code fill car (id) select id from vehicle}, {@code positions user_tags.pos within user_id}, {@code numbers users.id by user_ids},
     * {@code foreign users} and {@code adopt users}.
     */
    public static Intents parse(List<String> lines) {
        List<Intents.TableRename> tableRenames = new ArrayList<>();
        List<Intents.ColumnRename> columnRenames = new ArrayList<>();
        List<Intents.TableDrop> tableDrops = new ArrayList<>();
        List<Intents.ColumnDrop> columnDrops = new ArrayList<>();
        List<Intents.ColumnKeep> columnKeeps = new ArrayList<>();
        List<Intents.Backfill> backfills = new ArrayList<>();
        List<Intents.Using> usings = new ArrayList<>();
        List<Intents.RowsFrom> rows = new ArrayList<>();
        List<Intents.Adoption> adoptions = new ArrayList<>();
        List<Intents.Positions> positions = new ArrayList<>();
        List<Intents.Numbered> numbered = new ArrayList<>();
        Set<QualifiedName> foreign = new HashSet<>();
        for (String line : lines) {
            String[] words = line.split(" ", 3);
            String[] path = words[1].split("\\.");
            // A schema stands before the table of a column.
            String owner = path[Math.max(0, path.length - 2)];
            QualifiedName table =
                    path.length > 2 ? QualifiedName.of(Name.of(path[0]), Name.of(owner)) : QualifiedName.of(owner);
            Name column = Name.of(path[path.length - 1].replace("/", "."));
            String rest = words.length > 2 ? words[2] : "";
            Origin type = origin(owner, "");
            Origin attribute = origin(owner, path[path.length - 1]);
            switch (words[0]) {
                case "rename-table" ->
                    tableRenames.add(
                            new Intents.TableRename(named(words[1]), named(rest.substring("from ".length())), type));
                case "rename-column" ->
                    columnRenames.add(new Intents.ColumnRename(
                            table, column, Name.of(rest.substring("from ".length())), attribute));
                case "drop-table" ->
                    tableDrops.add(new Intents.TableDrop(named(words[1]), new Origin("com.acme.Setup", "")));
                case "drop-column" -> columnDrops.add(new Intents.ColumnDrop(table, column, type));
                case "keep-column" -> columnKeeps.add(new Intents.ColumnKeep(table, column, type));
                case "backfill" -> backfills.add(new Intents.Backfill(table, column, rest, attribute));
                case "using" -> usings.add(new Intents.Using(table, column, rest, attribute));
                case "positions" ->
                    positions.add(new Intents.Positions(
                            table, column, List.of(Name.of(rest.substring("within ".length()))), 0));
                case "numbers" ->
                    numbered.add(new Intents.Numbered(QualifiedName.of(rest.substring("by ".length())), table, column));
                case "fill" -> rows.add(new Intents.RowsFrom(table, rest, type));
                case "foreign" -> foreign.add(table);
                case "adopt" -> adoptions.add(new Intents.Adoption(table, type));
                default -> throw new IllegalArgumentException("no intent: " + line);
            }
        }
        return new Intents(
                tableRenames,
                columnRenames,
                tableDrops,
                columnDrops,
                columnKeeps,
                backfills,
                usings,
                rows,
                adoptions,
                new Intents.Implied(List.of(), positions, numbered, foreign));
    }

    /** {@code users.full_name} comes from {@code Users.fullName}. */
    public static Origins origins(Schema schema) {
        Origins.Builder origins = Origins.builder();
        for (Table table : schema.tables()) {
            String name = table.name().name().text();
            // A join table, such as users_role, has no class of its own.
            int owner = name.indexOf('_', 1);
            origins.put(
                    table.name(),
                    owner < 0 ? origin(name, "") : origin(name.substring(0, owner), name.substring(owner + 1)));
            for (Column column : table.columns()) {
                origins.put(
                        table.name(), column.name(), origin(name, column.name().text()));
            }
        }
        return origins.build();
    }

    private static Origin origin(String table, String column) {
        String type = camel(table.toLowerCase(Locale.ROOT));
        return new Origin(
                "com.acme." + type.substring(0, 1).toUpperCase(Locale.ROOT) + type.substring(1),
                camel(column.toLowerCase(Locale.ROOT)));
    }

    /** A name of underscores alone stays as it is. */
    private static String camel(String name) {
        StringBuilder camel = new StringBuilder();
        for (String word : name.split("_+")) {
            camel.append(
                    camel.isEmpty() || word.isEmpty()
                            ? word
                            : word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1));
        }
        return camel.isEmpty() ? name : camel.toString();
    }

    private static QualifiedName named(String table) {
        String[] path = table.split("\\.");
        return path.length > 1 ? QualifiedName.of(Name.of(path[0]), Name.of(path[1])) : QualifiedName.of(path[0]);
    }
}
