package dev.accrete.processor.map.intent;

import static org.assertj.core.api.Assertions.assertThat;

import dev.accrete.processor.map.SchemaMapper;
import dev.accrete.processor.map.hibernate.MappingOptions;
import dev.accrete.processor.report.Problems;
import dev.accrete.processor.source.ClassDetails;
import dev.accrete.processor.source.Evaluation;
import dev.accrete.processor.testing.Sources;
import dev.accrete.schema.model.Origin;
import dev.accrete.schema.model.Origins;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SharedAttributesTest {

    @Test
    void attributesOfAMappedSuperclassAreSharedByItsEntities() {
        AtomicReference<Origins> origins = new AtomicReference<>();
        Sources.of("""
                import jakarta.persistence.*;
                @Embeddable class Span { int from_; int to_; }
                @MappedSuperclass abstract class Marked { int part; @Embedded Span span; }
                @MappedSuperclass abstract class Counted { int count; }
                @Entity class Link extends Marked { @Id Long id; }
                @Entity class Note extends Marked { @Id Long id; }
                @Entity class Item extends Counted { @Id Long id; }
                """).read(found -> {
            List<ClassDetails> managed = Stream.of("Item", "Link", "Note")
                    .map(name -> found.find(name).orElseThrow())
                    .toList();
            origins.set(SchemaMapper.map(managed, found, Evaluation.none(), MappingOptions.defaults(), new Problems())
                    .origins());
        });

        assertThat(origins.get().isShared(new Origin("Link", "part"))).isTrue();
        assertThat(origins.get().isShared(new Origin("Note", "span.to_"))).isTrue();
        assertThat(origins.get().isShared(new Origin("Link", "id"))).isFalse();
        assertThat(origins.get().isShared(new Origin("Item", "count"))).isFalse();
    }

    @Test
    void attributesOfAnEmbeddableAreSharedByThePlacesThatEmbedIt() {
        AtomicReference<Origins> origins = new AtomicReference<>();
        Sources.of("""
                import jakarta.persistence.*;
                import java.util.*;
                @Embeddable class Span { int start; }
                @Embeddable class Limits { @Embedded Span span; int top; }
                @Embeddable class Part { int size; }
                @Entity class Link { @Id Long id; @Embedded Limits limits; @Embedded Part part; }
                @Entity class Note { @Id Long id; @ElementCollection List<Span> spans;
                    @ElementCollection Map<Span, Span> pairs; }
                """).read(found -> {
            List<ClassDetails> managed = Stream.of("Link", "Note")
                    .map(name -> found.find(name).orElseThrow())
                    .toList();
            origins.set(SchemaMapper.map(managed, found, Evaluation.none(), MappingOptions.defaults(), new Problems())
                    .origins());
        });

        assertThat(origins.get().isReused(new Origin("Link", "limits.span.start")))
                .isTrue();
        assertThat(origins.get().isReused(new Origin("Note", "spans.start"))).isTrue();
        assertThat(origins.get().isReused(new Origin("Note", "pairs.key.start")))
                .isTrue();
        assertThat(origins.get().isReused(new Origin("Note", "pairs.value.start")))
                .isTrue();
        assertThat(origins.get().isReused(new Origin("Link", "limits.top"))).isFalse();
        assertThat(origins.get().isReused(new Origin("Link", "part.size"))).isFalse();
    }
}
