package dev.accrete.runtime.history;

import static org.assertj.core.api.Assertions.assertThat;

import dev.accrete.runtime.AccreteException;
import dev.accrete.runtime.DraftPolicy;
import dev.accrete.runtime.RuntimeCode;
import dev.accrete.runtime.format.Catalog;
import dev.accrete.runtime.format.CatalogLine;
import dev.accrete.runtime.format.MigrationVersion;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class HistoryCheckTest {

    @Test
    void whatTheHistoryLacksIsPendingInOrder() {
        assertThat(kinds(check(3, DraftPolicy.REFUSE, applied(1)))).containsExactly("APPLY V0002", "APPLY V0003");
        assertThat(kinds(check(2, DraftPolicy.REFUSE, applied(1), applied(2)))).isEmpty();
        assertThat(kinds(check(0, DraftPolicy.REFUSE))).isEmpty();
    }

    @Test
    void aMigrationThatHasBegunIsTakenUp() {
        HistoryCheck.Result result =
                check(2, DraftPolicy.REFUSE, applied(1), applied(2).at(MigrationState.RUNNING, 1, 0));

        assertThat(kinds(result)).containsExactly("APPLY V0002");
        assertThat(result.tasks().get(0).row()).isPresent();
    }

    @Test
    void aGapInTheHistoryIsAProblem() {
        assertThat(codes(check(3, DraftPolicy.REFUSE, applied(1), applied(3))))
                .containsExactly(RuntimeCode.HISTORY_GAP);
    }

    @Test
    void aCatalogThatWasSealedAnewBringsTheHashUpToDate() {
        assertThat(kinds(check(1, DraftPolicy.REFUSE, row(1, "other hash", "checksum 1", MigrationState.APPLIED))))
                .containsExactly("REHASH V0001");
    }

    @Test
    void aDraftThatDiffersFromWhatWasSavedIsTakenBackBeforeAnythingElse() {
        AppliedMigration draft = row(2, "hash 1", "checksum of a draft", MigrationState.DRAFT);

        assertThat(kinds(check(3, DraftPolicy.APPLY, applied(1), draft)))
                .containsExactly("UNDO V0002", "APPLY V0002", "APPLY V0003");
        assertThat(codes(check(3, DraftPolicy.REFUSE, applied(1), draft)))
                .containsExactly(RuntimeCode.DRAFT_IN_DATABASE);
    }

    @Test
    void aDraftThatWasSavedAsItIsBecomesTheMigration() {
        AppliedMigration draft = row(2, "hash 1", "checksum 2", MigrationState.DRAFT);

        assertThat(kinds(check(3, DraftPolicy.REFUSE, applied(1), draft)))
                .containsExactly("ADOPT V0002", "APPLY V0003");
    }

    @Test
    void aDraftHalfTakenBackIsTakenBackFirst() {
        AppliedMigration draft = row(2, "hash 1", "checksum of a draft", MigrationState.UNDOING);

        assertThat(kinds(check(1, DraftPolicy.APPLY, applied(1), draft))).containsExactly("UNDO V0002");
    }

    private static HistoryCheck.Result check(int lines, DraftPolicy policy, AppliedMigration... history) {
        Catalog catalog = new Catalog(IntStream.rangeClosed(1, lines)
                .mapToObj(i -> new CatalogLine(new MigrationVersion(i), "m" + i, "hash " + i))
                .toList());
        return HistoryCheck.check(
                "main",
                catalog,
                List.of(history),
                line -> Optional.of("checksum " + line.version().number()),
                policy,
                Optional.empty());
    }

    private static AppliedMigration applied(int version) {
        return row(version, "hash " + version, "checksum " + version, MigrationState.APPLIED);
    }

    private static AppliedMigration row(int version, String hash, String checksum, MigrationState state) {
        return new AppliedMigration(
                "main",
                new MigrationVersion(version),
                "m" + version,
                state,
                1,
                0,
                hash,
                checksum,
                "script",
                "",
                "",
                Instant.EPOCH,
                "somebody",
                1);
    }

    private static List<String> kinds(HistoryCheck.Result result) {
        assertThat(result.problems()).isEmpty();
        return result.tasks().stream()
                .map(task -> task.kind() + " " + task.version())
                .toList();
    }

    private static List<RuntimeCode> codes(HistoryCheck.Result result) {
        return result.problems().stream().map(AccreteException::code).toList();
    }
}
