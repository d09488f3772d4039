package dev.accrete.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Entities as applications have them: a superclass, an embedded address, enums, relations, keys and indexes. */
final class EntitySources {

    private static final String SHARED = """
            package shop;

            import jakarta.persistence.*;
            import java.time.Instant;

            @MappedSuperclass
            public abstract class Audited {
                @Id
                @GeneratedValue(strategy = GenerationType.IDENTITY)
                private Long id;

                @Version
                private int version;

                @Column(nullable = false, updatable = false)
                private Instant createdAt;

                public Long getId() {
                    return id;
                }

                public Instant getCreatedAt() {
                    return createdAt;
                }
            }
            """;

    private static final String ADDRESS = """
            package shop;

            import jakarta.persistence.*;

            @Embeddable
            public class Address {
                @Column(length = 80)
                private String street;

                @Column(length = 10, nullable = false)
                private String postalCode;

                private String city;
            }
            """;

    private static final String STATE = """
            package shop;

            public enum State {
                NEW,
                OPEN,
                CLOSED
            }
            """;

    private static final String ENTITY = """
            package shop;

            import jakarta.persistence.*;
            import java.math.BigDecimal;
            import java.time.*;
            import java.util.*;

            @Entity
            @Table(
                    name = "entities_%1$d",
                    indexes = @Index(name = "ix_%1$d", columnList = "title, bookedOn"),
                    uniqueConstraints = @UniqueConstraint(name = "uq_%1$d", columnNames = {"code", "number"}))
            public class Entity%1$d extends Audited {
                @Column(nullable = false, length = 120)
                private String title;

                @Column(unique = true, length = 20)
                private String code;

                private int number;

                @Column(precision = 12, scale = 2)
                private BigDecimal amount;

                private LocalDate bookedOn;

                private Instant finishedAt;

                private boolean active;

                @Enumerated(EnumType.STRING)
                @Column(length = 10)
                private State state;

                @Embedded
                private Address address;

                @ManyToOne(optional = false, fetch = FetchType.LAZY)
                @JoinColumn(name = "owner_id")
                private Entity%2$d owner;

                @ManyToOne
                private Entity%3$d related;

                @OneToMany(mappedBy = "owner")
                private List<Entity%4$d> owned = new ArrayList<>();

                @Transient
                private String shown;

                public String getTitle() {
                    return title;
                }

                public void setTitle(String title) {
                    this.title = title;
                }

                public BigDecimal total(int times) {
                    BigDecimal sum = BigDecimal.ZERO;
                    for (int i = 0; i < times; i++) {
                        sum = sum.add(amount);
                    }
                    return sum;
                }

                public List<Entity%4$d> getOwned() {
                    return owned;
                }
            }
            """;

    private EntitySources() {}

    /** Writes the sources of so many entities; the same each time. */
    static void write(Path folder, int count) throws IOException {
        Path files = Files.createDirectories(folder.resolve("shop"));
        Files.writeString(files.resolve("Audited.java"), SHARED);
        Files.writeString(files.resolve("Address.java"), ADDRESS);
        Files.writeString(files.resolve("State.java"), STATE);
        for (int i = 0; i < count; i++) {
            int before = (i + count - 1) % count;
            int after = (i + 1) % count;
            Files.writeString(files.resolve("Entity" + i + ".java"), ENTITY.formatted(i, before, i * 7 % count, after));
        }
    }
}
