package io.tenderhub.contract;

import static io.tenderhub.contract.SampleEntries.changed;
import static io.tenderhub.contract.SampleEntries.full;
import static io.tenderhub.contract.SampleEntries.saved;
import static io.tenderhub.contract.SampleEntries.stamp;
import static io.tenderhub.contract.SampleTeams.ACME;
import static io.tenderhub.contract.SampleTeams.OTHER;
import static io.tenderhub.contract.SampleTenders.ocid;
import static io.tenderhub.contract.SampleTenders.tender;
import static io.tenderhub.contract.SampleTenders.toStore;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tenderhub.event.UnitOfWork;
import io.tenderhub.failure.InvalidInputException;
import io.tenderhub.failure.NotFoundException;
import io.tenderhub.team.TeamId;
import io.tenderhub.workspace.Dot;
import io.tenderhub.workspace.Stamp;
import io.tenderhub.workspace.Task;
import io.tenderhub.workspace.Version;
import io.tenderhub.workspace.WorkspaceEntry;
import io.tenderhub.workspace.WorkspaceRepository;
import io.tenderhub.workspace.WorkspaceStatus;
import io.tenderhub.workspace.WorkspaceUpdate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What {@link WorkspaceRepository} promises. */
public abstract class WorkspaceRepositoryContract {
    /** The clock that the implementation under test is built with. */
    protected final MovableClock clock = new MovableClock(Instant.parse("2026-11-21T08:00:00Z"));

    protected abstract UnitOfWork unitOfWork();

    @BeforeEach
    void twoTeamsAndThreeTenders() {
        SampleTeams.insert(unitOfWork(), ACME);
        SampleTeams.insert(unitOfWork(), OTHER);
        unitOfWork()
                .forSystem(transaction -> transaction
                        .tenders()
                        .saveAll(List.of(
                                toStore(tender(ocid(1)).build()),
                                toStore(tender(ocid(2)).build()),
                                toStore(tender(ocid(3)).build()))));
    }

    private <T> T workspace(TeamId team, Function<WorkspaceRepository, T> work) {
        return unitOfWork().<T>forTeam(team, transaction -> work.apply(transaction.workspace()));
    }

    private boolean insert(TeamId team, WorkspaceEntry entry) {
        return workspace(team, workspace -> workspace.insert(entry));
    }

    private Optional<WorkspaceEntry> find(TeamId team, String ocid) {
        return this.<Optional<WorkspaceEntry>>workspace(team, workspace -> workspace.find(ocid));
    }

    private int count(TeamId team) {
        return workspace(team, WorkspaceRepository::count);
    }

    @Test
    void findsNothingInANewWorkspace() {
        assertThat(find(ACME, ocid(1))).isEmpty();
        assertThat(count(ACME)).isZero();
        assertThat(this.<Boolean>workspace(ACME, workspace -> workspace.update(saved(ocid(1)))))
                .isFalse();
        assertThat(this.<Boolean>workspace(ACME, workspace -> workspace.remove(ocid(1))))
                .isFalse();
        assertThat(find(ACME, ocid(1))).isEmpty();
    }

    @Test
    void keepsEveryPartOfAnEntry() {
        insert(ACME, full(ocid(1)));
        insert(ACME, saved(ocid(2)));

        assertThat(find(ACME, ocid(1))).contains(full(ocid(1)));
        assertThat(find(ACME, ocid(2))).contains(saved(ocid(2)));
        assertThat(find(ACME, ocid(1)).orElseThrow().conflicts().keySet()).containsExactly("status", "tasks.a-1");
    }

    @Test
    void addsOneEntryForEachTender() {
        assertThat(insert(ACME, saved(ocid(1)))).isTrue();
        assertThat(insert(ACME, full(ocid(1)))).isFalse();

        assertThat(find(ACME, ocid(1))).contains(saved(ocid(1)));
        assertThat(count(ACME)).isEqualTo(1);
    }

    @Test
    void addsNoneForATenderThatIsNotThere() {
        assertThatThrownBy(() -> insert(ACME, saved("ocds-unknown")))
                .isInstanceOf(NotFoundException.class)
                .hasMessageContaining("tender ocds-unknown");
        assertThat(count(ACME)).isZero();
    }

    @Test
    void putsAChangedEntryInThePlaceOfTheOneBefore() {
        insert(ACME, saved(ocid(1)));

        assertThat(this.<Boolean>workspace(ACME, workspace -> workspace.update(full(ocid(1)))))
                .isTrue();
        assertThat(find(ACME, ocid(1))).contains(full(ocid(1)));
    }

    @Test
    void removesAnEntry() {
        insert(ACME, saved(ocid(1)));
        insert(ACME, saved(ocid(2)));

        assertThat(this.<Boolean>workspace(ACME, workspace -> workspace.remove(ocid(1))))
                .isTrue();
        assertThat(find(ACME, ocid(1))).isEmpty();
        assertThat(find(ACME, ocid(2))).isPresent();
        assertThat(count(ACME)).isEqualTo(1);
    }

    @Test
    void seesItsOwnChangesBeforeTheyAreCommittedAndRollsThemBackTogether() {
        insert(ACME, saved(ocid(1)));
        IllegalStateException failure = new IllegalStateException("no");

        assertThatThrownBy(() -> this.<Integer>workspace(ACME, workspace -> {
                    workspace.update(full(ocid(1)));
                    workspace.insert(saved(ocid(2)));
                    assertThat(workspace.find(ocid(1))).contains(full(ocid(1)));
                    assertThat(workspace.count()).isEqualTo(2);
                    throw failure;
                }))
                .isSameAs(failure);
        assertThat(find(ACME, ocid(1))).contains(saved(ocid(1)));
        assertThat(count(ACME)).isEqualTo(1);
    }

    @Test
    void touchesOnlyItsOwnTeam() {
        insert(ACME, saved(ocid(1)));

        assertThat(find(OTHER, ocid(1))).isEmpty();
        assertThat(count(OTHER)).isZero();
        assertThat(this.<Boolean>workspace(OTHER, workspace -> workspace.update(full(ocid(1)))))
                .isFalse();
        assertThat(this.<Boolean>workspace(OTHER, workspace -> workspace.remove(ocid(1))))
                .isFalse();
        assertThat(insert(OTHER, full(ocid(1)))).isTrue();
        assertThat(find(ACME, ocid(1))).contains(saved(ocid(1)));
    }

    @Test
    void goesWithItsTeamAndComesBackEmpty() {
        insert(ACME, saved(ocid(1)));
        insert(OTHER, saved(ocid(1)));

        unitOfWork().forTeam(ACME, transaction -> transaction.team().delete());
        SampleTeams.insert(unitOfWork(), ACME);

        assertThat(find(ACME, ocid(1))).isEmpty();
        assertThat(count(OTHER)).isEqualTo(1);
    }

    @Test
    void losesNoEditOfManyWhoWriteAtOnceWithOldClocks() throws Exception {
        insert(ACME, saved(ocid(1)));
        int writers = 12;
        int edits = 15;

        List<List<Edit>> written = Simultaneously.run(writers, writer -> () -> {
            Random random = new Random(writer);
            List<Edit> mine = new ArrayList<>();
            WorkspaceEntry seen = find(ACME, ocid(1)).orElseThrow();
            for (int edit = 0; edit < edits; edit++) {
                // One in three has looked again; two tabs of each of the users write at once.
                seen = random.nextInt(3) == 0 ? find(ACME, ocid(1)).orElseThrow() : seen;
                mine.add(edit(seen, "user:" + writer / 2, writer + "-" + edit, random.nextInt(4)));
            }
            return mine;
        });

        WorkspaceEntry end = find(ACME, ocid(1)).orElseThrow();
        assertThat(end.version()).isEqualTo(1 + writers * edits);
        assertThat(written.stream().flatMap(List::stream).map(Edit::dot))
                .doesNotHaveDuplicates()
                .hasSize(writers * edits);
        for (Edit edit : written.stream().flatMap(List::stream).toList()) {
            assertThat(end.clock().covers(edit.dot())).isTrue();
            List<? extends Version<?>> versions =
                    end.fieldVersions().get(edit.field()).versions();
            assertThat(versions)
                    .as("edit " + edit)
                    .anyMatch(version -> version.dot().equals(edit.dot())
                            ? version.value().equals(edit.value())
                            : version.seen().covers(edit.dot()));
        }
        WorkspaceEntry decided = end.apply(
                WorkspaceUpdate.of(end.clock())
                        .withNotes("decided")
                        .withTask("t-1", new Task("decided"))
                        .withTask("t-2", new Task("decided"))
                        .withTask("t-3", new Task("decided")),
                stamp("user:zoe", 1));
        assertThat(decided.conflicts()).isEmpty();
    }

    private record Edit(String field, Object value, Dot dot) {}

    private Edit edit(WorkspaceEntry seen, String writer, String text, int field) {
        WorkspaceUpdate update = WorkspaceUpdate.of(seen.clock());
        WorkspaceUpdate change = field == 0 ? update.withNotes(text) : update.withTask("t-" + field, new Task(text));
        WorkspaceEntry after = this.<WorkspaceEntry>workspace(ACME, workspace -> {
            WorkspaceEntry changed =
                    workspace.find(ocid(1)).orElseThrow().apply(change, new Stamp(writer, clock.instant()));
            workspace.update(changed);
            return changed;
        });
        return new Edit(
                field == 0 ? "notes" : "tasks.t-" + field,
                field == 0 ? text : Optional.of(new Task(text)),
                new Dot(writer, after.clock().count(writer)));
    }

    @Test
    void letsAsManyTakeTheLastPlacesAsThereAreWhenTheTeamIsLocked() throws Exception {
        insert(ACME, saved(ocid(1)));
        int most = 2;

        List<Boolean> taken = Simultaneously.run(
                16,
                writer -> () -> unitOfWork().<Boolean>forTeam(ACME, transaction -> {
                    transaction.team().lock();
                    return transaction.workspace().count() < most
                            && transaction.workspace().insert(saved(ocid(2 + writer % 2)));
                }));

        assertThat(taken.stream().filter(mine -> mine)).hasSize(1);
        assertThat(count(ACME)).isEqualTo(most);
    }

    @Test
    void letsOneOfManyAddTheSameTender() throws Exception {
        List<Boolean> added = Simultaneously.run(8, writer -> () -> insert(ACME, saved(ocid(1))));

        assertThat(added.stream().filter(mine -> mine)).hasSize(1);
        assertThat(count(ACME)).isEqualTo(1);
    }

    @Test
    void refusesNothingThatAnEntryTakes() {
        WorkspaceEntry odd = changed(
                saved(ocid(1)),
                1,
                update -> update.withNotes("\u0001\t\u2028 \ufffe {\"a\":1}").withStatus(WorkspaceStatus.WITHDRAWN));
        insert(ACME, odd);

        assertThat(find(ACME, ocid(1))).contains(odd);
        assertThatThrownBy(() -> changed(odd, 2, update -> update.withNotes("\0")))
                .isInstanceOf(InvalidInputException.class);
    }
}
