package dev.accrete.benchmarks.load;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The entities of a shop, version by version. The load reads and writes orders and customers all the time, in a way that
 * every version understands, so that what a migration breaks for the old version is no part of the measurement.
 */
final class ShopVersions {

    /**
     * The way to the next version.
     *
     * @param name what changes, in a few words; the migration's description
     * @param edits of the entities' source, from what it says to what it says then
     * @param naive the statements that bring the same about, one after the other, each by itself
     */
    record Step(String name, List<Edit> edits, List<String> naive) {}

    /** A text that stands in the source once, and what takes its place. */
    record Edit(String before, String after) {}

    private static final String ORDERS = """
            package shop;

            import dev.accrete.annotations.*;
            import jakarta.persistence.*;
            import java.math.BigDecimal;
            import java.time.LocalDateTime;
            import java.util.UUID;
            import org.hibernate.annotations.ColumnDefault;

            @Entity
            @Table(name = "orders", indexes = {
                @Index(name = "orders_customer", columnList = "customer_id"),
                @Index(name = "orders_quantity", columnList = "quantity")
            })
            public class Order {
                public enum Status { NEW, PAID, SENT }

                @Id @GeneratedValue(strategy = GenerationType.IDENTITY)
                Long id;

                @Column(name = "customer_id", nullable = false)
                Long customer;

                @Column(length = 40, nullable = false)
                String number;

                @Enumerated(EnumType.STRING) @Column(nullable = false)
                Status status;

                @Column(nullable = false)
                int quantity;

                @Column(precision = 12, scale = 2, nullable = false)
                BigDecimal total;

                String note;

                @Column(nullable = false)
                LocalDateTime placed;

                String memo;

                String fax;

                // more
            }
            """;

    private static final String CUSTOMER = """
            package shop;

            import jakarta.persistence.*;

            @Entity
            public class Customer {
                @Id @GeneratedValue(strategy = GenerationType.IDENTITY)
                Long id;

                @Column(nullable = false)
                String name;
            }
            """;

    private static final String INVOICE = """
            package shop;

            import jakarta.persistence.*;

            @Entity
            @Table(indexes = @Index(name = "invoice_bill", columnList = "bill_id"))
            public class Invoice {
                @Id @GeneratedValue(strategy = GenerationType.IDENTITY)
                Long id;

                @ManyToOne(optional = false) @JoinColumn(name = "bill_id")
                Order bill;
            }
            """;

    static final List<Step> STEPS = List.of(
            new Step(
                    "add a column with a default",
                    List.of(more("@ColumnDefault(\"0\") @Column(nullable = false) int priority;")),
                    List.of("ALTER TABLE orders ADD COLUMN priority integer DEFAULT 0 NOT NULL")),
            new Step(
                    "add an index",
                    List.of(new Edit(
                            "indexes = {",
                            "indexes = {\n    @Index(name = \"orders_placed\", columnList = \"placed\"),")),
                    List.of("CREATE INDEX orders_placed ON orders (placed)")),
            new Step(
                    "add a unique key",
                    List.of(new Edit("length = 40, nullable = false", "length = 40, nullable = false, unique = true")),
                    List.of("ALTER TABLE orders ADD CONSTRAINT orders_number_key UNIQUE (number)")),
            new Step(
                    "add a foreign key",
                    List.of(
                            new Edit(
                                    "@Column(name = \"customer_id\", nullable = false)\n    Long customer;",
                                    "@dev.accrete.annotations.Using(\"customer_id\")\n    @ManyToOne(optional = false) @JoinColumn(name = \"customer_id\")\n    Customer customer;")),
                    List.of("ALTER TABLE orders ADD CONSTRAINT orders_customer_fk"
                            + " FOREIGN KEY (customer_id) REFERENCES customer")),
            new Step(
                    "add a constant to an enum",
                    List.of(new Edit("NEW, PAID, SENT", "NEW, PAID, SENT, LOST")),
                    List.of(
                            "ALTER TABLE orders DROP CONSTRAINT IF EXISTS orders_status_check",
                            "ALTER TABLE orders ADD CONSTRAINT orders_status_check"
                                    + " CHECK (status IN ('NEW', 'PAID', 'SENT', 'LOST'))")),
            new Step(
                    "make a text longer",
                    List.of(new Edit("length = 40", "length = 80")),
                    List.of("ALTER TABLE orders ALTER COLUMN number TYPE varchar(80)")),
            new Step(
                    "rename a column",
                    List.of(new Edit("String memo;", "@RenamedFrom(\"memo\") String remark;")),
                    List.of("ALTER TABLE orders RENAME COLUMN memo TO remark")),
            new Step(
                    "drop a column",
                    List.of(
                            new Edit("    String fax;\n", ""),
                            new Edit("public class Order", "@DropColumn(\"fax\")\npublic class Order")),
                    List.of("ALTER TABLE orders DROP COLUMN fax")),
            new Step(
                    "add a table that refers to it",
                    List.of(),
                    List.of(
                            "CREATE TABLE invoice (id bigint GENERATED BY DEFAULT AS IDENTITY PRIMARY KEY, bill_id bigint"
                                    + " NOT NULL REFERENCES orders)",
                            "CREATE INDEX invoice_bill ON invoice (bill_id)")),
            new Step(
                    "require a value and fill in the rows that have none",
                    List.of(new Edit(
                            "    String note;",
                            "    @Backfill(\"'none'\") @Column(nullable = false)\n    String note;")),
                    List.of(
                            "UPDATE orders SET note = 'none' WHERE note IS NULL",
                            "ALTER TABLE orders ALTER COLUMN note SET NOT NULL")),
            new Step(
                    "change a type",
                    List.of(new Edit("int quantity;", "long quantity;")),
                    List.of("ALTER TABLE orders ALTER COLUMN quantity TYPE bigint")),
            new Step(
                    "add a column whose default differs from row to row",
                    List.of(more("@ColumnDefault(\"gen_random_uuid()\") @Column(nullable = false) UUID token;")),
                    List.of("ALTER TABLE orders ADD COLUMN token uuid DEFAULT gen_random_uuid() NOT NULL")));

    private ShopVersions() {}

    private static Edit more(String attribute) {
        return new Edit("    // more\n", "    " + attribute + "\n\n    // more\n");
    }

    /**
     * The sources of all versions.
     *
     * @return the first version, then one for each step; by file name
     */
    static List<Map<String, String>> sources() {
        List<Map<String, String>> versions = new ArrayList<>();
        Map<String, String> sources = new LinkedHashMap<>(Map.of("Order", ORDERS, "Customer", CUSTOMER));
        versions.add(Map.copyOf(sources));
        for (Step step : STEPS) {
            for (Edit edit : step.edits()) {
                String text = sources.get("Order");
                if (!text.contains(edit.before())) {
                    throw new IllegalStateException(step.name() + ": the source does not say " + edit.before());
                }
                sources.put("Order", text.replace(edit.before(), edit.after()));
            }
            if (step.edits().isEmpty()) {
                sources.put("Invoice", INVOICE);
            }
            versions.add(Map.copyOf(sources));
        }
        return versions;
    }
}
