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

    private final String dialect;
    private final Origins origins;
    private final List<Finding> findings = new ArrayList<>();
    private final Map<String, String> taken = new HashMap<>();

    private NameClashes(String dialect, Origins origins) {
        this.dialect = dialect;
        this.origins = origins;
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
            NameClashes clashes = new NameClashes(dialect, origins);
            Schema seen = schema.on(dialect);
            clashes.relations(seen);
            relations.addAll(clashes.findings);
            clashes.findings.clear();
            clashes.constraints(seen);
            constraints.addAll(clashes.findings);
        }
        return firstOfEach(relations.isEmpty() ? constraints : relations);
    }

    private static List<Finding> firstOfEach(List<Finding> findings) {
        Map<String, Finding> byFix = new LinkedHashMap<>();
        findings.forEach(finding -> byFix.putIfAbsent(finding.fix(), finding));
        return List.copyOf(byFix.values());
    }

    private void relations(Schema schema) {
        for (Table table : schema.tables()) {
            Optional<Origin> origin = origins.of(table.name());
            take("table", "relation", table.name().schema(), table.name().name(), table.name(), origin);
            for (Column column : table.columns()) {
                Optional<Origin> attribute =
                        origins.of(table.name(), column.name()).or(() -> origin);
                take("column", "column of " + table.name(), Optional.empty(), column.name(), table.name(), attribute);
            }
        }
        for (Sequence sequence : schema.sequences()) {
            QualifiedName name = sequence.name();
            take("sequence", h2() ? "sequence" : "relation", name.schema(), name.name(), name, origins.of(name));
        }
    }

    private void constraints(Schema schema) {
        String ofKey = h2() ? "constraint" : "relation";
        for (Table table : schema.tables()) {
            String ofTable = h2() ? "constraint" : "constraint of " + table.name();
            table.indexes().forEach(index -> constraint("index", h2() ? "index" : "relation", index, table));
            table.primaryKey().ifPresent(key -> constraint("primary key", ofKey, key, table));
            table.uniqueKeys().forEach(key -> constraint("unique constraint", ofKey, key, table));
            table.foreignKeys().forEach(key -> constraint("foreign key", ofTable, key, table));
            table.checks().forEach(check -> constraint("check", ofTable, check, table));
        }
    }

    private void constraint(String kind, String set, Constraint constraint, Table table) {
        take(kind, set, table.name().schema(), constraint.name(), table.name(), origins.of(table.name()));
    }

    /** Notes a name in its set, or that it is there already. */
    private void take(
            String kind, String set, Optional<Name> schema, Name name, QualifiedName owner, Optional<Origin> origin) {
        String described = kind + " " + name + (name.equals(owner.name()) ? "" : " of " + owner);
        String key = set + " " + schema.map(this::folded).orElse("") + " " + folded(name);
        String other = taken.putIfAbsent(key, described);
        if (other != null) {
            findings.add(new Finding(
                    SchemaCode.NAME_CLASH,
                    origin,
                    origin.map(Origin::shortText).orElse(owner.toString()),
                    "the " + described + " has the same name as the " + other + " on " + dialect,
                    "give the " + described + " another name"));
        }
    }

    private boolean h2() {
        return dialect.equals("h2");
    }

    /** The name as the database stores it. */
    private String folded(Name name) {
        if (name.quoted()) {
            return name.text();
        }
        return h2() ? name.text().toUpperCase(Locale.ROOT) : name.text().toLowerCase(Locale.ROOT);
    }
}
