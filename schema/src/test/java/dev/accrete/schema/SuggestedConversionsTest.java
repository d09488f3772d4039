package dev.accrete.schema;

import static org.assertj.core.api.Assertions.assertThat;

import dev.accrete.schema.decision.DiffCode;
import dev.accrete.schema.dialect.Dialect;
import dev.accrete.schema.dialect.Dialects;
import dev.accrete.schema.diff.Intents;
import dev.accrete.schema.finding.Finding;
import dev.accrete.schema.model.Column;
import dev.accrete.schema.model.ColumnTypes;
import dev.accrete.schema.model.Name;
import dev.accrete.schema.model.Origin;
import dev.accrete.schema.model.PrimaryKey;
import dev.accrete.schema.model.QualifiedName;
import dev.accrete.schema.model.Schema;
import dev.accrete.schema.model.Table;
import dev.accrete.schema.model.TypeDefinition;
import dev.accrete.schema.snapshot.Kept;
import dev.accrete.schema.snapshot.Snapshot;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The conversion that a message offers for a change of type runs as it stands, on both databases, there and back. */
class SuggestedConversionsTest {

    private static final QualifiedName TABLE = QualifiedName.of("item");
    private static final String CODES = "varchar(1) of N, Y";
    private static final String UUIDS = "char(36)";
    private static final String H2_LABELS = "sql enum ('X','Y')";
    private static final String LETTERS = "char(1) of F, T";
    private static final List<String> TYPES = List.of(
            "bigint",
            "integer",
            "boolean",
            "uuid",
            "date",
            "timestamp(6)",
            "timestamp_with_timezone(6)",
            "numeric(10,2)",
            "float(53)",
            "varchar(255)",
            "nvarchar(100)",
            "long32varchar",
            "tinyint",
            "time(6)",
            "json",
            "varbinary(255)",
            "enum('X','Y')[255]",
            "ordinal('X','Y')",
            "ordinal('Y')",
            "ordinal('Z')",
            "type mood",
            "smallint",
            UUIDS,
            "binary(16)",
            "xml",
            "array of varchar(20)",
            "array of uuid",
            LETTERS,
            CODES);

    /** The sample's texts are digits, which are none of these. */
    private static final Set<String> NO_DIGITS =
            Set.of("boolean", "uuid", "date", "time(6)", "timestamp(6)", "timestamp_with_timezone(6)");

    private static final Set<String> TEXTS = Set.of(
            "varchar(255)",
            "nvarchar(100)",
            "long32varchar",
            "enum('X','Y')[255]",
            CODES,
            LETTERS,
            "type mood",
            H2_LABELS,
            UUIDS);
    private static final Set<String> DIGITS = Set.of("varchar(255)", "nvarchar(100)", "long32varchar");
    private static final Pattern OFFER = Pattern.compile("@Using\\(\"([^\"]*)\"\\)");

    static Stream<String> cases() {
        return Dialects.ALL.stream()
                .flatMap(dialect -> types(dialect).stream().map(type -> dialect.name() + " " + type));
    }

    /** Those of both databases, and what only one of them has. */
    private static List<String> types(Dialect dialect) {
        return Stream.concat(TYPES.stream(), dialect.name().equals("h2") ? Stream.of(H2_LABELS) : Stream.empty())
                .toList();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void theOfferedConversionsRun(String name) throws SQLException {
        Dialect dialect = Dialects.named(name.substring(0, name.indexOf(' '))).orElseThrow();
        String from = name.substring(name.indexOf(' ') + 1);
        Map<String, String> targets = new LinkedHashMap<>();
        for (String to : types(dialect)) {
            boolean numberOfText =
                    TEXTS.contains(from) && !DIGITS.contains(from) && (isNumber(to) || to.equals("json"));
            boolean noText = TEXTS.contains(from) && NO_DIGITS.contains(to) && !(from + to).equals(UUIDS + "uuid");
            if (!to.equals(from) && !noText && !numberOfText) {
                targets.put("c" + targets.size(), to);
            }
        }
        Map<String, String> sources = new LinkedHashMap<>(targets);
        sources.replaceAll((column, type) -> from);
        Schema after = schema(targets);
        Snapshot before = new Snapshot(schema(sources), Kept.nothing(), new TreeMap<>(), new TreeSet<>());
        try (MigratingDatabase database = MigratingDatabase.at(dialect, before)) {
            database.insertRows();
            database.migrate(after, offered(before, after, dialect));
        }
    }

    private static boolean isNumber(String type) {
        return type.startsWith("bigint")
                || type.startsWith("smallint")
                || type.startsWith("integer")
                || type.startsWith("tinyint")
                || type.startsWith("numeric")
                || type.startsWith("float");
    }

    private static Intents offered(Snapshot before, Schema after, Dialect dialect) {
        List<Intents.Using> usings = new ArrayList<>();
        for (Finding finding : MigratingDatabase.draft(before, after, Intents.none(), List.of(dialect))
                .findings()) {
            if (finding.code() == DiffCode.LOSSY_TYPE_CHANGE) {
                Matcher offer = OFFER.matcher(finding.fix());
                assertThat(offer.find()).as(finding.text()).isTrue();
                Origin origin = finding.origin().orElseThrow();
                usings.add(new Intents.Using(TABLE, Name.of(origin.attribute()), offer.group(1), origin));
            }
        }
        return new Intents(
                List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), usings, List.of(), List.of());
    }

    private static Schema schema(Map<String, String> types) {
        List<Column> columns = new ArrayList<>();
        columns.add(Column.required(Name.of("id"), ColumnTypes.parse("bigint")));
        types.forEach((name, type) -> columns.add(column(name, type)));
        Table table = Table.of(TABLE, columns)
                .withPrimaryKey(Optional.of(new PrimaryKey(Name.of("item_pkey"), List.of(Name.of("id")))));
        return new Schema(
                List.of(new TypeDefinition.EnumType(QualifiedName.of("mood"), List.of("X", "Y"), Set.of())),
                List.of(),
                List.of(table),
                List.of());
    }

    private static Column column(String name, String type) {
        if (type.equals(CODES)) {
            return Column.of(Name.of(name), ColumnTypes.parse("varchar(1)"))
                    .withChecks(List.of(name + " in ('N','Y')"));
        } else if (type.equals(LETTERS)) {
            return Column.of(Name.of(name), ColumnTypes.parse("char(1)")).withChecks(List.of(name + " in ('F','T')"));
        }
        return Column.of(Name.of(name), ColumnTypes.parse(type));
    }
}
