package dev.accrete.processor.check;

import dev.accrete.schema.finding.Finding;
import dev.accrete.schema.model.Column;
import dev.accrete.schema.model.Constraint;
import dev.accrete.schema.model.Name;
import dev.accrete.schema.model.Origin;
import dev.accrete.schema.model.Origins;
import dev.accrete.schema.model.QualifiedName;
import dev.accrete.schema.model.Schema;
import dev.accrete.schema.model.Sequence;
import dev.accrete.schema.model.Table;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Finds names that differ in the model and are one to a database, whose {@code CREATE} would fail.
 *
 * @implNote PostgreSQL folds names without quotes to lower case and keeps tables, sequences, indexes and the indexes
 *     behind primary keys and unique constraints in one set per schema; constraint names are apart for each table
 *     (manual: 4.1.1 Identifiers; CREATE INDEX; CREATE TABLE, CONSTRAINT). H2 folds to upper case and keeps tables,
 *     sequences, indexes and constraints in a set each per schema (org.h2.schema.Schema).
 */
public final class NameClashes {

    private final boolean h2;
    private final String dialect;
    private final Origins origins;
    private final List<Finding> findings = new ArrayList<>();

    private NameClashes(String dialect, Origins origins) {
        this.h2 = dialect.equals("h2");
        this.dialect = dialect;
        this.origins = origins;
    }

    /** Something that has a name: a table itself, or what stands on one. */
    private record Named(String kind, Name name, QualifiedName owner) {

        @Override
        public String toString() {
            return kind + " " + name + (name.equals(owner.name()) ? "" : " of " + owner);
        }
    }

    /**
     * Finds the clashes: those of tables, columns and sequences, and if there are none those of what stands on tables.
     *
     * @return at most one finding for each name, of the first dialect that takes it for another's
     */
    public static List<Finding> find(Schema schema, Origins origins, List<String> dialects) {
        List<Finding> relations = new ArrayList<>();
        List<Finding> constraints = new ArrayList<>();
        for (String dialect : dialects) {
            Schema seen = schema.on(dialect);
            Map<String, Named> names = new HashMap<>();
            relations.addAll(new NameClashes(dialect, origins).relations(seen, names));
            constraints.addAll(new NameClashes(dialect, origins).constraints(seen, names));
        }
        return firstOfEach(relations.isEmpty() ? constraints : relations);
    }

    private static List<Finding> firstOfEach(List<Finding> findings) {
        Map<String, Finding> byFix = new LinkedHashMap<>();
        findings.forEach(finding -> byFix.putIfAbsent(finding.fix(), finding));
        return List.copyOf(byFix.values());
    }

    /** @param relations receives the names of PostgreSQL's relations, which those of indexes must differ from */
    private List<Finding> relations(Schema schema, Map<String, Named> relations) {
        for (Table table : schema.tables()) {
            take(relations, new Named("table", table.name().name(), table.name()));
            // Names without quotes differ in the model if they differ anywhere.
            if (table.columns().stream().anyMatch(column -> column.name().quoted())) {
                Map<String, Named> columns = new HashMap<>();
                for (Column column : table.columns()) {
                    take(columns, new Named("column", column.name(), table.name()));
                }
            }
        }
        // H2 keeps sequences apart, but Hibernate does not start with one that is called like a table.
        for (Sequence sequence : schema.sequences()) {
            take(relations, new Named("sequence", sequence.name().name(), sequence.name()));
        }
        return findings;
    }

    private List<Finding> constraints(Schema schema, Map<String, Named> relations) {
        Map<String, Named> constraints = new HashMap<>();
        Map<String, Named> ofIndexes = h2 ? new HashMap<>() : relations;
        Map<String, Named> ofKeys = h2 ? constraints : relations;
        for (Table table : schema.tables()) {
            Map<String, Named> ofTable = h2 ? constraints : new HashMap<>();
            table.indexes().forEach(index -> take(ofIndexes, "index", index, table));
            table.primaryKey().ifPresent(key -> take(ofKeys, "primary key", key, table));
            table.uniqueKeys().forEach(key -> take(ofKeys, "unique constraint", key, table));
            table.foreignKeys().forEach(key -> take(ofTable, "foreign key", key, table));
            table.checks().forEach(check -> take(ofTable, "check", check, table));
        }
        return findings;
    }

    private void take(Map<String, Named> names, String kind, Constraint constraint, Table table) {
        take(names, new Named(kind, constraint.name(), table.name()));
    }

    /** Notes a name in its set, or that it is there already. */
    private void take(Map<String, Named> names, Named named) {
        String folded = folded(named.name());
        String key = named.owner().schema().isEmpty()
                ? folded
                : folded(named.owner().schema().get()) + '\n' + folded;
        Named other = names.putIfAbsent(key, named);
        if (other != null) {
            Optional<Origin> origin = origin(named);
            findings.add(new Finding(
                    SchemaCode.NAME_CLASH,
                    origin,
                    origin.map(Origin::shortText).orElse(named.owner().toString()),
                    "the " + named + " has the same name as the " + other + " on " + dialect,
                    "give the " + named + " another name"));
        }
    }

    private Optional<Origin> origin(Named named) {
        return named.kind().equals("column")
                ? origins.of(named.owner(), named.name()).or(() -> origins.of(named.owner()))
                : origins.of(named.owner());
    }

    /** The name as the database stores it. */
    private String folded(Name name) {
        if (name.quoted()) {
            return name.text();
        }
        return h2 ? name.text().toUpperCase(Locale.ROOT) : name.key();
    }
}
