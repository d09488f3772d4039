package dev.accrete.processor.map;

import static org.assertj.core.api.Assertions.assertThat;

import dev.accrete.processor.map.hibernate.MappingOptions;
import dev.accrete.processor.report.Problems;
import dev.accrete.processor.source.Evaluation;
import dev.accrete.processor.testing.Sources;
import dev.accrete.schema.model.Name;
import dev.accrete.schema.model.Origin;
import dev.accrete.schema.model.Origins;
import dev.accrete.schema.model.QualifiedName;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class CollectionIdsTest {

    @Test
    void theColumnIsOfTheCollection() {
        AtomicReference<Origins> origins = new AtomicReference<>();
        Sources.of("""
                import jakarta.persistence.*;
                import java.util.*;
                import org.hibernate.annotations.*;
                @Embeddable class Part {
                    @ElementCollection @CollectionTable(name = "marks")
                    @CollectionId(column = @Column(name = "mark_id"), generator = "sequence")
                    @CollectionIdJavaClass(idType = Long.class)
                    List<String> marks;
                }
                @Entity class Item {
                    @Id Long id;
                    @Embedded Part part;
                    @ElementCollection @CollectionTable(name = "tags")
                    @CollectionId(column = @Column(name = "tag_id"), generator = "sequence")
                    @CollectionIdJavaClass(idType = Long.class)
                    List<String> tags;
                }
                """)
                .read(found -> origins.set(SchemaMapper.map(
                                List.of(found.find("Item").orElseThrow()),
                                found,
                                Evaluation.none(),
                                MappingOptions.defaults(),
                                new Problems())
                        .origins()));

        assertThat(origins.get().of(QualifiedName.of("tags"), Name.of("tag_id")))
                .contains(new Origin("Item", "tags"));
        assertThat(origins.get().of(QualifiedName.of("marks"), Name.of("mark_id")))
                .contains(new Origin("Item", "part.marks"));
    }
}
