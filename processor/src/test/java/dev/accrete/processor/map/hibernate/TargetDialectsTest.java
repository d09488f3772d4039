package dev.accrete.processor.map.hibernate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class TargetDialectsTest {

    private static final List<TargetDialect> BOTH = List.of(TargetDialect.H2, TargetDialect.POSTGRESQL);

    private final AtomicInteger made = new AtomicInteger();

    @Test
    void makesAThingOnceForDialectsThatGiveTheSameAnswers() {
        Map<TargetDialect, String> things = TargetDialects.each(BOTH, asked -> {
            made.incrementAndGet();
            return asked.ask(dialect -> dialect.id().isEmpty()) ? "none" : "some";
        });

        assertThat(things).containsEntry(TargetDialect.H2, "some").containsEntry(TargetDialect.POSTGRESQL, "some");
        assertThat(made).hasValue(1);
    }

    @Test
    void makesAnotherThingForADialectThatAnswersOtherwise() {
        Map<TargetDialect, Boolean> things = TargetDialects.each(BOTH, asked -> {
            made.incrementAndGet();
            return asked.is(TargetDialect::hasNativeEnum);
        });

        assertThat(things).containsEntry(TargetDialect.H2, true).containsEntry(TargetDialect.POSTGRESQL, false);
        assertThat(made).hasValue(2);
    }

    @Test
    void refusesALateQuestionThatTheDialectsAnswerDifferently() {
        TargetDialects shared = TargetDialects.each(BOTH, asked -> asked).get(TargetDialect.POSTGRESQL);

        assertThat(shared.is(dialect -> dialect.id().length() > 1)).isTrue();
        assertThatThrownBy(shared::id).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void answersALateQuestionThatWasAskedBefore() {
        Map<TargetDialect, TargetDialects> asked = TargetDialects.each(BOTH, each -> {
            each.id();
            return each;
        });

        assertThat(asked.get(TargetDialect.POSTGRESQL).id()).isEqualTo("postgresql");
        assertThat(asked.get(TargetDialect.H2).id()).isEqualTo("h2");
    }
}
