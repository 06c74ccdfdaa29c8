package io.tenderhub.contract;

import static io.tenderhub.contract.SampleEntries.changed;
import static io.tenderhub.contract.SampleEntries.full;
import static io.tenderhub.contract.SampleEntries.insert;
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
import io.tenderhub.team.TeamId;
import io.tenderhub.tender.Money;
import io.tenderhub.tender.Organisation;
import io.tenderhub.tender.Period;
import io.tenderhub.tender.Tender;
import io.tenderhub.tender.TenderBuilder;
import io.tenderhub.tender.TenderStatus;
import io.tenderhub.workspace.FollowedTender;
import io.tenderhub.workspace.Standing;
import io.tenderhub.workspace.WorkspaceCatalog;
import io.tenderhub.workspace.WorkspaceEntry;
import io.tenderhub.workspace.WorkspaceFollowers;
import io.tenderhub.workspace.WorkspaceOrder;
import io.tenderhub.workspace.WorkspacePage;
import io.tenderhub.workspace.WorkspaceQuery;
import io.tenderhub.workspace.WorkspaceStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What {@link WorkspaceCatalog} and {@link WorkspaceFollowers} promise. */
public abstract class WorkspaceCatalogContract {
    private static final Instant CLOSING = Instant.parse("2026-12-01T11:00:00.000000001Z");

    /** The clock that the implementation under test is built with. */
    protected final MovableClock clock = new MovableClock(Instant.parse("2026-11-21T08:00:00Z"));

    protected abstract UnitOfWork unitOfWork();

    protected abstract WorkspaceCatalog workspaceCatalog();

    protected abstract WorkspaceFollowers workspaceFollowers();

    @BeforeEach
    void twoTeams() {
        SampleTeams.insert(unitOfWork(), ACME);
        SampleTeams.insert(unitOfWork(), OTHER);
    }

    private void store(TenderBuilder... tenders) {
        unitOfWork()
                .forSystem(transaction -> transaction
                        .tenders()
                        .saveAll(Arrays.stream(tenders)
                                .map(tender -> toStore(tender.build()))
                                .toList()));
    }

    private static TenderBuilder closing(int number, int day) {
        return tender(ocid(number))
                .tenderPeriod(new Period(Optional.empty(), Optional.of(CLOSING.plus(Duration.ofDays(day)))));
    }

    private void save(TeamId team, int number, int minute) {
        save(team, WorkspaceEntry.saved(ocid(number), stamp(SampleEntries.ANNA, minute)));
    }

    private void save(TeamId team, WorkspaceEntry entry) {
        insert(unitOfWork(), team, entry);
    }

    private void update(TeamId team, WorkspaceEntry entry) {
        unitOfWork().forTeam(team, transaction -> transaction.workspace().update(entry));
    }

    private WorkspacePage list(TeamId team, WorkspaceQuery query) {
        return workspaceCatalog().forTeam(team).list(query);
    }

    private List<String> ocids(WorkspaceQuery query) {
        return list(ACME, query).entries().stream().map(FollowedTender::ocid).toList();
    }

    @Test
    void findsAnEntryOfItsOwnTeamOnly() {
        store(tender(ocid(1)));
        save(ACME, full(ocid(1)));

        assertThat(workspaceCatalog().forTeam(ACME).find(ocid(1))).contains(full(ocid(1)));
        assertThat(workspaceCatalog().forTeam(ACME).find(ocid(2))).isEmpty();
        assertThat(workspaceCatalog().forTeam(OTHER).find(ocid(1))).isEmpty();
    }

    @Test
    void listsWhatAnEntryAndItsTenderSay() {
        store(SampleTenders.full(ocid(1)), tender(ocid(2)).title("Fence").build());
        save(ACME, full(ocid(1)));
        save(ACME, saved(ocid(2)));

        assertThat(list(ACME, WorkspaceQuery.ALL).entries())
                .containsExactly(
                        new FollowedTender(
                                ocid(1),
                                WorkspaceStatus.SUBMITTED,
                                true,
                                true,
                                1,
                                full(ocid(1)).changed(),
                                5,
                                Optional.of(new FollowedTender.Heading(
                                        SampleTenders.full(ocid(1)).heading(),
                                        Optional.of("Nkomazi Municipality"),
                                        Optional.of("active"),
                                        SampleTenders.full(ocid(1)).value(),
                                        SampleTenders.full(ocid(1)).closesAt()))),
                        new FollowedTender(
                                ocid(2),
                                WorkspaceStatus.INTERESTED,
                                false,
                                false,
                                0,
                                stamp(SampleEntries.ANNA, 0),
                                1,
                                Optional.of(new FollowedTender.Heading(
                                        "Fence",
                                        Optional.empty(),
                                        Optional.empty(),
                                        Optional.empty(),
                                        Optional.empty()))));
        assertThat(list(ACME, WorkspaceQuery.ALL).nextCursor()).isEmpty();
    }

    private void store(Tender... tenders) {
        unitOfWork()
                .forSystem(transaction -> transaction
                        .tenders()
                        .saveAll(Arrays.stream(tenders)
                                .map(tender -> toStore(tender))
                                .toList()));
    }

    @Test
    void showsTheTenderAsItIsNow() {
        store(tender(ocid(1)).title("Fence"));
        save(ACME, saved(ocid(1)));
        store(tender(ocid(1))
                .title("Wall")
                .value(Money.rand(100))
                .status(new TenderStatus("cancelled"))
                .procuringEntity(new Organisation(Optional.empty(), "Umgeni Water")));

        FollowedTender.Heading heading =
                list(ACME, WorkspaceQuery.ALL).entries().get(0).tender().orElseThrow();
        assertThat(heading)
                .isEqualTo(new FollowedTender.Heading(
                        "Wall",
                        Optional.of("Umgeni Water"),
                        Optional.of("cancelled"),
                        Optional.of(Money.rand(100)),
                        Optional.empty()));
    }

    @Test
    void listsNothingOfAnotherTeam() {
        store(closing(1, 1), closing(2, 2));
        save(ACME, 1, 0);
        save(OTHER, 2, 0);

        assertThat(ocids(WorkspaceQuery.ALL)).containsExactly(ocid(1));
        assertThat(list(OTHER, WorkspaceQuery.ALL).entries())
                .extracting(FollowedTender::ocid)
                .containsExactly(ocid(2));
        assertThat(list(new TeamId("nobody"), WorkspaceQuery.ALL).entries()).isEmpty();
        assertThat(workspaceCatalog().forTeam(ACME).standings())
                .containsExactly(new Standing(
                        ocid(1), WorkspaceStatus.INTERESTED, Optional.of(CLOSING.plus(Duration.ofDays(1)))));
    }

    @Test
    void ordersBySoonestClosingOrLatestChange() {
        store(closing(1, 2), closing(2, 1), tender(ocid(3)), closing(4, 1));
        save(ACME, 1, 1);
        save(ACME, 2, 3);
        save(ACME, 3, 2);
        save(ACME, 4, 1);

        assertThat(ocids(WorkspaceQuery.ALL)).containsExactly(ocid(2), ocid(4), ocid(1), ocid(3));
        assertThat(ocids(WorkspaceQuery.ALL.withOrder(WorkspaceOrder.CHANGED_LATEST)))
                .containsExactly(ocid(2), ocid(3), ocid(1), ocid(4));
        update(ACME, changed(saved(ocid(4)), 9, update -> update.withNotes("new")));
        assertThat(ocids(WorkspaceQuery.ALL.withOrder(WorkspaceOrder.CHANGED_LATEST)))
                .startsWith(ocid(4));
    }

    @Test
    void filtersByStatus() {
        store(closing(1, 1), closing(2, 2), closing(3, 3));
        save(ACME, 1, 0);
        save(ACME, changed(saved(ocid(2)), 1, update -> update.withStatus(WorkspaceStatus.PENDING)));
        save(ACME, changed(saved(ocid(3)), 1, update -> update.withStatus(WorkspaceStatus.WITHDRAWN)));

        assertThat(ocids(WorkspaceQuery.ALL.withStatuses(Set.of(WorkspaceStatus.PENDING))))
                .containsExactly(ocid(2));
        assertThat(ocids(
                        WorkspaceQuery.ALL.withStatuses(Set.of(WorkspaceStatus.INTERESTED, WorkspaceStatus.WITHDRAWN))))
                .containsExactly(ocid(1), ocid(3));
        assertThat(ocids(WorkspaceQuery.ALL.withStatuses(Set.of(WorkspaceStatus.WON))))
                .isEmpty();
        update(
                ACME,
                changed(
                        changed(saved(ocid(2)), 1, update -> update.withStatus(WorkspaceStatus.SUBMITTED)),
                        2,
                        update -> update.withStatus(WorkspaceStatus.WON)));
        assertThat(ocids(WorkspaceQuery.ALL.withStatuses(Set.of(WorkspaceStatus.WON))))
                .containsExactly(ocid(2));
    }

    @ParameterizedTest
    @EnumSource(WorkspaceOrder.class)
    void pagesNeitherRepeatNorMissAnEntryThatIsNotTouched(WorkspaceOrder order) {
        for (int n = 0; n < 23; n++) {
            store(n % 4 == 0 ? tender(ocid(n)) : closing(n, n % 6));
            save(ACME, n, n % 5);
        }
        WorkspaceQuery query = WorkspaceQuery.ALL.withOrder(order).withLimit(5);
        List<String> untouched = new ArrayList<>(ocids(query.withLimit(100)));
        List<String> paged = new ArrayList<>();
        Optional<String> cursor = Optional.empty();
        int pages = 0;
        do {
            WorkspacePage page = list(ACME, query.withCursor(cursor));
            page.entries().forEach(entry -> paged.add(entry.ocid()));
            cursor = page.nextCursor();
            // Between two pages the last one seen changes, and another comes in.
            String touched = paged.get(paged.size() - 1);
            update(
                    ACME,
                    changed(
                            WorkspaceEntry.saved(touched, stamp(SampleEntries.ANNA, 0)),
                            20 + pages,
                            update -> update.withNotes("x")));
            untouched.remove(touched);
            store(closing(100 + pages, pages));
            save(ACME, 100 + pages, pages);
            pages++;
        } while (cursor.isPresent() && pages < 50);

        assertThat(paged.stream().filter(untouched::contains)).containsExactlyElementsOf(untouched);
        assertThat(pages).isGreaterThan(3);
    }

    @Test
    void givesNoCursorOnTheLastPage() {
        store(closing(1, 1), closing(2, 2), closing(3, 3), closing(4, 4));
        for (int n = 1; n <= 4; n++) {
            save(ACME, n, 0);
        }
        WorkspaceQuery query = WorkspaceQuery.ALL.withLimit(2);

        WorkspacePage first = list(ACME, query);
        WorkspacePage last = list(ACME, query.withCursor(first.nextCursor()));

        assertThat(first.nextCursor()).isPresent();
        assertThat(last.entries()).extracting(FollowedTender::ocid).containsExactly(ocid(3), ocid(4));
        assertThat(last.nextCursor()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "bm9uc2Vuc2U", "'; drop table tenders; --", "1|2|3"})
    void refusesACursorItNeverGave(String cursor) {
        assertThatThrownBy(() -> list(ACME, WorkspaceQuery.ALL.withCursor(Optional.of(cursor))))
                .isInstanceOf(InvalidInputException.class);
    }

    @Test
    void refusesTheCursorOfAnotherQuery() {
        store(closing(1, 1), closing(2, 2));
        save(ACME, 1, 0);
        save(ACME, 2, 0);
        WorkspaceQuery query = WorkspaceQuery.ALL
                .withLimit(1)
                .withCursor(list(ACME, WorkspaceQuery.ALL.withLimit(1)).nextCursor());

        assertThat(list(ACME, query).entries()).hasSize(1);
        assertThatThrownBy(() -> list(ACME, query.withOrder(WorkspaceOrder.CHANGED_LATEST)))
                .isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> list(ACME, query.withStatuses(Set.of(WorkspaceStatus.WON))))
                .isInstanceOf(InvalidInputException.class);
    }

    @Test
    void tellsWhereEveryEntryStands() {
        store(closing(1, 1), tender(ocid(2)));
        save(ACME, 1, 0);
        save(ACME, changed(saved(ocid(2)), 1, update -> update.withStatus(WorkspaceStatus.PENDING)));

        assertThat(workspaceCatalog().forTeam(ACME).standings())
                .containsExactlyInAnyOrder(
                        new Standing(
                                ocid(1), WorkspaceStatus.INTERESTED, Optional.of(CLOSING.plus(Duration.ofDays(1)))),
                        new Standing(ocid(2), WorkspaceStatus.PENDING, Optional.empty()));
    }

    @Test
    void knowsWhoFollowsATender() {
        store(tender(ocid(1)), tender(ocid(2)), tender(ocid(3)));
        save(ACME, 1, 0);
        save(ACME, 2, 0);
        save(OTHER, 2, 0);

        assertThat(workspaceFollowers().of(List.of(ocid(1)))).containsExactly(ACME);
        assertThat(workspaceFollowers().of(List.of(ocid(1), ocid(2)))).containsExactlyInAnyOrder(ACME, OTHER);
        assertThat(workspaceFollowers().of(List.of(ocid(3), "nothing\0"))).isEmpty();
        assertThat(workspaceFollowers().of(List.of())).isEmpty();
    }

    @Test
    void knowsWhoWasAtABriefing() {
        store(tender(ocid(1)), tender(ocid(2)), tender(ocid(3)));
        save(ACME, changed(saved(ocid(1)), 1, update -> update.withAttended(true)));
        save(ACME, changed(saved(ocid(2)), 1, update -> update.withAttended(true)));
        save(ACME, 3, 0);
        save(OTHER, changed(saved(ocid(1)), 1, update -> update.withAttended(true)));

        assertThat(workspaceFollowers().attended(List.of(ocid(1), ocid(3), "nothing\0")))
                .isEqualTo(Map.of(ACME, Set.of(ocid(1)), OTHER, Set.of(ocid(1))));
        assertThat(workspaceFollowers().attended(List.of(ocid(3)))).isEmpty();
        assertThat(workspaceFollowers().attended(ACME)).containsExactlyInAnyOrder(ocid(1), ocid(2));
        assertThat(workspaceFollowers().attended(new TeamId("nobody"))).isEmpty();
        update(
                ACME,
                changed(
                        changed(saved(ocid(1)), 1, update -> update.withAttended(true)),
                        2,
                        update -> update.withAttended(false)));
        assertThat(workspaceFollowers().attended(ACME)).containsExactly(ocid(2));
    }
}
