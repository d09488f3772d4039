package shop;

import jakarta.persistence.*;
import java.time.*;
import org.hibernate.annotations.*;
import org.hibernate.dialect.*;
import org.hibernate.generator.EventType;

enum State { NEW, OPEN }

@Entity
class Shaped {
    @Id Long id;
    @ColumnDefault("5") int five;
    @ColumnDefault("'A'") @Column(nullable = false) String letter;
    @ColumnDefault("'NEW'") @Enumerated(EnumType.STRING) State state;
    @ColumnDefault("now()") Instant since;
    @ColumnDefault("1") @ManyToOne Shaped parent;
    @GeneratedColumn("five + 1") int next;
    @GeneratedColumn("five + 2") Integer after;
    @GeneratedColumn("five + 3") @Column(nullable = false) Integer third;
    @Generated int computed;
    @Generated(event = EventType.INSERT) @Column(nullable = false) String generated;
    @Formula("five + 1") int formula;
    @ColumnTransformer(read = "upper(text)", write = "lower(?)") String text;
    @FractionalSeconds(3) Instant millis;
    @FractionalSeconds(4) @Column(secondPrecision = 2) LocalTime tenths;
    @FractionalSeconds(0) @Column(nullable = false) LocalDateTime whole;
    @CurrentTimestamp Instant current;
    @CreationTimestamp @Column(nullable = true) Instant created;
    @UpdateTimestamp LocalDateTime updated;
    @TenantId String tenant;
    @Source(SourceType.DB) @Version Instant version;
    @DialectOverride.ColumnDefault(dialect = H2Dialect.class, override = @ColumnDefault("1")) @ColumnDefault("2") int d;
    @DialectOverride.Check(dialect = PostgreSQLDialect.class, override = @Check(constraints = "d2 > 1")) int d2;
    @DialectOverride.GeneratedColumn(dialect = PostgreSQLDialect.class, override = @GeneratedColumn("d + 2")) @GeneratedColumn("d + 1") int d3;
    @DialectOverride.ColumnDefault(dialect = Dialect.class, override = @ColumnDefault("1")) int d4;
    @DialectOverride.ColumnDefaults({
        @DialectOverride.ColumnDefault(dialect = PostgreSQLDialect.class, override = @ColumnDefault("3")),
        @DialectOverride.ColumnDefault(dialect = H2Dialect.class, override = @ColumnDefault("4"))}) int d5;
    @DialectOverride.Formula(dialect = H2Dialect.class, override = @Formula("d + 3")) @Formula("d + 4") int d7;
    @Column(columnDefinition = " ") String blank;
}
