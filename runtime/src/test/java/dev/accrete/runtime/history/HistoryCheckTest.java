package dev.accrete.runtime.history;

import static org.assertj.core.api.Assertions.assertThat;

import dev.accrete.runtime.AccreteException;
import dev.accrete.runtime.DraftPolicy;
import dev.accrete.runtime.RuntimeCode;
import dev.accrete.runtime.format.Catalog;
import dev.accrete.runtime.format.CatalogLine;
import dev.accrete.runtime.format.Checksum;
import dev.accrete.runtime.format.MigrationVersion;
import dev.accrete.runtime.format.Script;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class HistoryCheckTest {

    private static final String NOTHING_RUN = Checksum.of(script(1), 0, 0);

    @Test
    void whatTheHistoryLacksIsPendingInOrder() {
        assertThat(kinds(check(3, DraftPolicy.REFUSE, applied(1)))).containsExactly("APPLY V0002", "APPLY V0003");
        assertThat(kinds(check(2, DraftPolicy.REFUSE, applied(1), applied(2)))).isEmpty();
        assertThat(kinds(check(0, DraftPolicy.REFUSE))).isEmpty();
    }

    @Test
    void aMigrationThatHasBegunIsTakenUp() {
        HistoryCheck result = check(2, DraftPolicy.REFUSE, applied(1), running(2, script(2)));

        assertThat(kinds(result)).containsExactly("APPLY V0002");
        assertThat(result.tasks().get(0).row()).isPresent();
    }

    @Test
    void whatHasRunOfAMigrationMayNotBeCorrectedAndWhatFollowsMay() {
        AppliedMigration other = running(2, script(3));

        assertThat(codes(check(2, DraftPolicy.REFUSE, applied(1), other))).containsExactly(RuntimeCode.SCRIPT_ALTERED);
        assertThat(kinds(check(2, DraftPolicy.REFUSE, applied(1), other.at(MigrationState.FAILED, 0, 0, NOTHING_RUN))))
                .containsExactly("APPLY V0002");
    }

    @Test
    void aRollbackThatDidNotEndStopsAMigration() {
        AppliedMigration half = row(2, "hash 2", "any", MigrationState.REVERTING);

        assertThat(codes(check(2, DraftPolicy.REFUSE, applied(1), half))).containsExactly(RuntimeCode.REVERTING);
        assertThat(codes(check(1, DraftPolicy.REFUSE, applied(1), half))).containsExactly(RuntimeCode.REVERTING);
    }

    @Test
    void aGapInTheHistoryIsAProblem() {
        assertThat(codes(check(3, DraftPolicy.REFUSE, applied(1), applied(3))))
                .containsExactly(RuntimeCode.HISTORY_GAP);
    }

    @Test
    void aCatalogThatWasSealedAnewBringsTheHashUpToDate() {
        assertThat(kinds(check(
                        1, DraftPolicy.REFUSE, row(1, "other hash", Checksum.of(script(1)), MigrationState.APPLIED))))
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
        AppliedMigration draft = row(2, "hash 1", Checksum.of(script(2)), MigrationState.DRAFT);

        assertThat(kinds(check(3, DraftPolicy.REFUSE, applied(1), draft)))
                .containsExactly("ADOPT V0002", "APPLY V0003");
    }

    @Test
    void aDraftHalfTakenBackIsTakenBackFirst() {
        AppliedMigration draft = row(2, "hash 1", "checksum of a draft", MigrationState.UNDOING);

        assertThat(kinds(check(1, DraftPolicy.APPLY, applied(1), draft))).containsExactly("UNDO V0002");
    }

    private static HistoryCheck check(int lines, DraftPolicy policy, AppliedMigration... history) {
        Catalog catalog = new Catalog(IntStream.rangeClosed(1, lines)
                .mapToObj(i -> new CatalogLine(new MigrationVersion(i), "m" + i, "hash " + i))
                .toList());
        return HistoryCheck.of(
                "main",
                catalog,
                List.of(history),
                line -> Optional.of(script(line.version().number())),
                policy,
                Optional.empty());
    }

    private static AppliedMigration running(int version, Script script) {
        return applied(version).at(MigrationState.RUNNING, 1, 0, Checksum.of(script, 1, 0));
    }

    private static Script script(int version) {
        return Script.parse(
                "-- accrete:migration " + new MigrationVersion(version) + " m" + version + " h2\n"
                        + "-- accrete:step 1 autocommit\nselect " + version + "; select 0;\n"
                        + "-- accrete:step 2 autocommit\nselect 9;",
                "script");
    }

    private static AppliedMigration applied(int version) {
        return row(version, "hash " + version, Checksum.of(script(version)), MigrationState.APPLIED);
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
                "",
                Instant.EPOCH,
                "somebody",
                1);
    }

    private static List<String> kinds(HistoryCheck result) {
        assertThat(result.problems()).isEmpty();
        return result.tasks().stream()
                .map(task -> task.kind() + " " + task.version())
                .toList();
    }

    private static List<RuntimeCode> codes(HistoryCheck result) {
        return result.problems().stream().map(AccreteException::code).toList();
    }
}
