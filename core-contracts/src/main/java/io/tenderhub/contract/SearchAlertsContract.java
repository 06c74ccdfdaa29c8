package io.tenderhub.contract;

import static io.tenderhub.contract.SampleTeams.ACME;
import static io.tenderhub.contract.SampleTeams.OTHER;
import static io.tenderhub.contract.SampleTenders.tender;
import static io.tenderhub.contract.SampleTenders.toStore;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tenderhub.account.TokenMint;
import io.tenderhub.alert.Alert;
import io.tenderhub.alert.AlertEvents;
import io.tenderhub.alert.DigestContents;
import io.tenderhub.alert.MatchPage;
import io.tenderhub.alert.MatchQuery;
import io.tenderhub.alert.MatchSearches;
import io.tenderhub.alert.SavedSearch;
import io.tenderhub.alert.SavedSearches;
import io.tenderhub.alert.SearchDigests;
import io.tenderhub.alert.SearchDraft;
import io.tenderhub.alert.SearchMatch;
import io.tenderhub.audit.AuditEntry;
import io.tenderhub.details.TenderLookup;
import io.tenderhub.duplicate.Duplicates;
import io.tenderhub.event.DomainEvent;
import io.tenderhub.event.EventType;
import io.tenderhub.event.OutboxAdministration;
import io.tenderhub.event.OutboxEntry;
import io.tenderhub.event.RaisedEvent;
import io.tenderhub.event.UnitOfWork;
import io.tenderhub.failure.InvalidInputException;
import io.tenderhub.failure.LimitReachedException;
import io.tenderhub.failure.NotAllowedException;
import io.tenderhub.failure.NotFoundException;
import io.tenderhub.memory.InMemoryHub;
import io.tenderhub.quota.WithoutCount;
import io.tenderhub.search.ReadinessRanking;
import io.tenderhub.search.SearchDesk;
import io.tenderhub.search.TenderSearch;
import io.tenderhub.team.Actor;
import io.tenderhub.team.Permission;
import io.tenderhub.team.Plans;
import io.tenderhub.team.TeamId;
import io.tenderhub.team.TeamTenders;
import io.tenderhub.tender.SearchMode;
import io.tenderhub.tender.Tender;
import io.tenderhub.tender.TenderCatalog;
import io.tenderhub.tender.TenderFilter;
import io.tenderhub.tender.TenderHit;
import io.tenderhub.tender.TenderQuery;
import io.tenderhub.tender.TenderSort;
import io.tenderhub.tender.TenderToStore;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What saved searches promise over a store of the truth: they match what a search finds, and tell it once. */
public abstract class SearchAlertsContract {
    private static final Instant NOW = Instant.parse("2026-11-21T08:00:00Z");
    private static final int RANDOM_SEARCHES = 45;
    private static final int RANDOM_TENDERS = 60;

    /** The clock that the implementation under test is built with. */
    protected final MovableClock clock = new MovableClock(NOW);

    protected abstract UnitOfWork unitOfWork();

    protected abstract TenderCatalog tenderCatalog();

    protected abstract OutboxAdministration outboxAdministration();

    @BeforeEach
    void twoTeams() {
        SampleTeams.insert(unitOfWork(), ACME);
        SampleTeams.insert(unitOfWork(), OTHER);
    }

    private SavedSearches searches() {
        InMemoryHub others = new InMemoryHub(clock);
        TeamTenders tenders = new TeamTenders(
                unitOfWork(),
                Plans.standard(),
                new SearchDesk(
                        new TenderSearch(
                                tenderCatalog(),
                                others.facetCatalog(),
                                others.vocabulary(),
                                Optional.empty(),
                                new Duplicates(tenderCatalog(), others.fingerprints()),
                                others.cache()),
                        new ReadinessRanking(others.tenderMatches(), tenderCatalog(), others.scores()),
                        others.searchLog(),
                        new TokenMint(new SecureRandom()),
                        clock),
                new TenderLookup(tenderCatalog(), others.summaries(), others.scores(), others.cache()),
                others.quotas(),
                WithoutCount.refuse(away -> {}));
        return new SavedSearches(unitOfWork(), tenders, clock, new SecureRandom());
    }

    private static Actor actor(TeamId team) {
        return Actor.operator(team);
    }

    private static SearchDraft draft(String text, Alert alert) {
        return new SearchDraft("about " + text, Optional.of(text), TenderFilter.ALL, alert);
    }

    private SavedSearch saved(TeamId team, SearchDraft draft) {
        return searches().create(actor(team), draft);
    }

    private void store(TenderToStore... tenders) {
        unitOfWork().<Integer>forSystem(transaction -> {
            transaction.tenders().saveAll(List.of(tenders));
            return tenders.length;
        });
    }

    /** One that closes a month from now; each change of it is published a day later. */
    private static TenderToStore about(String ocid, String title, int change) {
        return toStore(Tender.builder(ocid, NOW.plus(Duration.ofDays(change)))
                .title(title)
                .tenderPeriod(SampleTenders.closing(NOW.plus(Duration.ofDays(30))))
                .build());
    }

    private void handle(String... ocids) {
        new MatchSearches(unitOfWork(), clock)
                .handle(Arrays.stream(ocids)
                        .map(ocid -> new RaisedEvent(
                                1,
                                new DomainEvent(EventType.TENDER_UPDATED, ocid, Optional.empty(), Map.of()),
                                clock.instant()))
                        .toList());
    }

    private List<SearchMatch> matches(TeamId team) {
        return searches().matches(actor(team), all()).matches();
    }

    private List<String> matched(TeamId team) {
        return matches(team).stream().map(SearchMatch::ocid).sorted().toList();
    }

    private static MatchQuery all() {
        return new MatchQuery(Optional.empty(), Optional.empty(), 100, Optional.empty());
    }

    private List<OutboxEntry> events(EventType type) {
        return outboxAdministration().list(OutboxEntry.State.WAITING, 0, 10_000).stream()
                .filter(entry -> entry.type().equals(type.code()))
                .toList();
    }

    @Test
    void recordsATenderThatIsStoredLaterOnceAndRaisesItsEvent() {
        SavedSearch search = saved(ACME, draft("school", Alert.AT_ONCE));
        clock.advance(Duration.ofHours(1));
        store(about("ocds-1", "A school", 0), about("ocds-2", "A bridge", 0));

        handle("ocds-1", "ocds-2", "unknown", "nul\0");
        handle("ocds-1", "ocds-2");

        assertThat(matches(ACME))
                .containsExactly(new SearchMatch(
                        search.id(),
                        "about school",
                        "ocds-1",
                        Optional.of("A school"),
                        Alert.AT_ONCE,
                        NOW.plus(Duration.ofHours(1))));
        assertThat(events(EventType.SEARCH_MATCHED)).singleElement().satisfies(event -> {
            assertThat(event.aggregateId()).isEqualTo("ocds-1");
            assertThat(event.team()).contains("acme");
            assertThat(event.payload()).contains(search.id(), "about school", "at-once");
        });
    }

    @Test
    void takesWhatWasThereBeforeForNoNewsAlsoWhenItChanges() {
        store(about("ocds-1", "A school", 0), about("ocds-2", "A bridge", 0));
        saved(ACME, draft("school", Alert.AT_ONCE));
        handle("ocds-1", "ocds-2");
        clock.advance(Duration.ofDays(1));
        store(about("ocds-1", "A larger school", 1));

        handle("ocds-1", "ocds-2");

        assertThat(matches(ACME)).isEmpty();
        assertThat(events(EventType.SEARCH_MATCHED)).isEmpty();
    }

    @Test
    void countsATenderThatBeginsToMatchByAChangeOnce() {
        store(about("ocds-1", "A bridge", 0));
        saved(ACME, draft("school", Alert.AT_ONCE));
        clock.advance(Duration.ofDays(1));
        for (int change = 1; change < 5; change++) {
            store(about("ocds-1", change % 2 == 1 ? "A school " + change : "A bridge", change));
            handle("ocds-1");
        }

        assertThat(matched(ACME)).containsExactly("ocds-1");
        assertThat(events(EventType.SEARCH_MATCHED)).hasSize(1);
    }

    @Test
    void saysNothingOfOldTendersWhoseEventsAreRaisedAgain() {
        store(about("ocds-1", "A school", 0));
        clock.advance(Duration.ofDays(1));
        // Nothing is remembered of it, as of tenders beyond what is of a search that finds very much.
        unitOfWork().<Boolean>forTeam(ACME, transaction -> {
            transaction
                    .savedSearches()
                    .insert(new SavedSearch(
                            "wide",
                            draft("school", Alert.AT_ONCE),
                            "user:jo",
                            clock.instant(),
                            Optional.of(clock.instant())));
            return true;
        });

        handle("ocds-1");

        assertThat(matches(ACME)).isEmpty();
    }

    @Test
    void leavesOutWhatHasClosed() {
        saved(ACME, draft("school", Alert.AT_ONCE));
        Instant now = clock.instant();
        store(
                toStore(tender("closed")
                        .title("A school")
                        .tenderPeriod(SampleTenders.closing(now))
                        .build()),
                toStore(tender("open")
                        .title("A school")
                        .tenderPeriod(SampleTenders.closing(now.plusNanos(1)))
                        .build()),
                toStore(tender("never").title("A school").build()));

        handle("closed", "open", "never");

        assertThat(matched(ACME)).containsExactly("never", "open");
    }

    @Test
    void alertsToNothingWithoutAnAlertAndToWhatComesOnceThereIsOne() {
        SavedSearch search = saved(ACME, draft("school", Alert.NONE));
        store(about("ocds-1", "A school", 0));
        handle("ocds-1");
        assertThat(matches(ACME)).isEmpty();

        searches().change(actor(ACME), search.id(), draft -> draft.withAlert(Alert.AT_ONCE));
        store(about("ocds-2", "A school", 0));
        handle("ocds-1", "ocds-2");
        searches().change(actor(ACME), search.id(), draft -> draft.withAlert(Alert.NONE));
        store(about("ocds-3", "A school", 0));
        handle("ocds-3");

        assertThat(matched(ACME)).containsExactly("ocds-2");
    }

    @Test
    void keepsWhatMatchedWhenASearchIsChangedAndNeverTellsItAgain() {
        SavedSearch search = saved(ACME, draft("school", Alert.AT_ONCE));
        store(about("ocds-1", "A school with a bridge", 0), about("ocds-2", "A bridge", 0));
        handle("ocds-1", "ocds-2");

        searches().change(actor(ACME), search.id(), draft -> draft.lookingFor(Optional.of("Bridge"), TenderFilter.ALL));
        clock.advance(Duration.ofDays(1));
        store(
                about("ocds-1", "A school and a bridge", 1),
                about("ocds-2", "A long bridge", 1),
                about("ocds-3", "A bridge", 1));
        handle("ocds-1", "ocds-2", "ocds-3");

        assertThat(matched(ACME)).containsExactly("ocds-1", "ocds-3");
        assertThat(events(EventType.SEARCH_MATCHED)).hasSize(2);
    }

    @Test
    void keepsWhatIsNewWhenOnlyTheNameOrTheWayOfTellingChanges() {
        SavedSearch before = saved(ACME, draft("school", Alert.AT_ONCE));
        clock.advance(Duration.ofDays(1));

        SavedSearch after = searches()
                .change(
                        actor(ACME),
                        before.id(),
                        draft -> draft.withName(" Schools ")
                                .withAlert(Alert.DAILY_DIGEST)
                                .lookingFor(Optional.of("  SCHOOL "), TenderFilter.ALL));

        assertThat(after.newFrom()).isEqualTo(before.newFrom()).isPresent();
        assertThat(after.name()).isEqualTo("Schools");
    }

    @Test
    void recordsAndRaisesOnceWhenTheSameEventsAreHandledAtOnce() throws Exception {
        saved(ACME, draft("school", Alert.AT_ONCE));
        saved(ACME, draft("school or bridge", Alert.AT_ONCE));
        saved(OTHER, draft("school", Alert.DAILY_DIGEST));
        String[] ocids = new String[20];
        for (int i = 0; i < ocids.length; i++) {
            ocids[i] = SampleTenders.ocid(i);
            store(about(ocids[i], "A school", 0));
        }

        Simultaneously.run(4, i -> () -> {
            handle(ocids);
            return true;
        });

        assertThat(matches(ACME)).hasSize(40);
        assertThat(matches(OTHER)).hasSize(20);
        assertThat(events(EventType.SEARCH_MATCHED)).hasSize(60);
    }

    @Test
    void sendsOneDigestToEachTeamThatHasMatchesAndNoneTwice() throws Exception {
        SavedSearch schools = saved(ACME, draft("school", Alert.DAILY_DIGEST));
        saved(ACME, draft("bridge", Alert.DAILY_DIGEST));
        saved(OTHER, draft("school", Alert.AT_ONCE));
        store(about("ocds-1", "A school with a bridge", 0), about("ocds-2", "A school", 0));
        clock.advance(Duration.ofHours(1));
        handle("ocds-1", "ocds-2");

        List<SearchDigests.Sent> sent = Simultaneously.run(4, i -> () -> new SearchDigests(unitOfWork(), clock).send());

        assertThat(sent).containsOnlyOnce(new SearchDigests.Sent(1, 3));
        assertThat(sent.stream().mapToInt(SearchDigests.Sent::teams).sum()).isOne();
        assertThat(events(EventType.SEARCH_DIGEST)).singleElement().satisfies(event -> {
            assertThat(event.team()).contains("acme");
            assertThat(Instant.parse(event.aggregateId())).isEqualTo(NOW.plus(Duration.ofHours(1)));
            assertThat(event.payload()).contains("\"3\"", "\"2\"");
        });
        assertThat(searches()
                        .matches(
                                actor(ACME),
                                new MatchQuery(
                                        Optional.of(schools.id()),
                                        Optional.of(NOW.plus(Duration.ofHours(1))),
                                        100,
                                        Optional.empty()))
                        .matches())
                .hasSize(2);
        assertThat(new SearchDigests(unitOfWork(), clock).send()).isEqualTo(new SearchDigests.Sent(0, 0));
    }

    @Test
    void losesNoDigestWhoseTransactionDoesNotCommit() {
        saved(ACME, draft("school", Alert.DAILY_DIGEST));
        store(about("ocds-1", "A school", 0));
        handle("ocds-1");

        assertThatThrownBy(() -> unitOfWork().forTeam(ACME, transaction -> {
                    Optional<DigestContents> taken = transaction.searchMatches().takeForDigest(clock.instant());
                    throw new IllegalStateException("after taking " + taken.isPresent());
                }))
                .hasMessage("after taking true");

        assertThat(new SearchDigests(unitOfWork(), clock).send()).isEqualTo(new SearchDigests.Sent(1, 1));
    }

    @Test
    void tellsOfAMatchThatWaitsForTheDigestOnlyThere() {
        saved(ACME, draft("school", Alert.DAILY_DIGEST));
        store(about("ocds-1", "A school", 0));
        handle("ocds-1");

        assertThat(events(EventType.SEARCH_MATCHED))
                .singleElement()
                .satisfies(event -> assertThat(AlertEvents.waitForDigest(new DomainEvent(
                                EventType.SEARCH_MATCHED,
                                event.aggregateId(),
                                Optional.of(ACME),
                                Map.of("alert", "daily-digest"))))
                        .isTrue());
    }

    @Test
    void keepsTeamsApart() {
        saved(ACME, draft("school", Alert.AT_ONCE));
        SavedSearch other = saved(OTHER, draft("bridge", Alert.AT_ONCE));
        store(about("ocds-1", "A school", 0), about("ocds-2", "A bridge", 0));
        handle("ocds-1", "ocds-2");

        assertThat(matched(ACME)).containsExactly("ocds-1");
        assertThat(matched(OTHER)).containsExactly("ocds-2");
        assertThatThrownBy(() -> searches()
                        .matches(
                                actor(ACME),
                                new MatchQuery(Optional.of(other.id()), Optional.empty(), 10, Optional.empty())))
                .isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> searches().remove(actor(ACME), other.id())).isInstanceOf(NotFoundException.class);
    }

    @Test
    void pagesThroughMatchesTheLatestFirst() {
        saved(ACME, draft("school", Alert.AT_ONCE));
        saved(ACME, draft("school or bridge", Alert.DAILY_DIGEST));
        for (int i = 0; i < 5; i++) {
            clock.advance(Duration.ofMinutes(1));
            store(about("b-" + i, "A school", 0), about("a-" + i, "A school", 0));
            handle("b-" + i, "a-" + i);
        }

        List<SearchMatch> paged = new ArrayList<>();
        Optional<String> cursor = Optional.empty();
        do {
            MatchPage page =
                    searches().matches(actor(ACME), new MatchQuery(Optional.empty(), Optional.empty(), 3, cursor));
            paged.addAll(page.matches());
            cursor = page.nextCursor();
        } while (cursor.isPresent());

        assertThat(paged).hasSize(20).isEqualTo(matches(ACME));
        assertThat(paged).isSortedAccordingTo((a, b) -> b.matchedAt().compareTo(a.matchedAt()));
        assertThatThrownBy(() -> searches()
                        .matches(actor(ACME), new MatchQuery(Optional.empty(), Optional.empty(), 3, Optional.of("x"))))
                .isInstanceOf(InvalidInputException.class);
    }

    @Test
    void removesASearchWithWhatMatchedIt() {
        SavedSearch search = saved(ACME, draft("school", Alert.DAILY_DIGEST));
        store(about("ocds-1", "A school", 0));
        handle("ocds-1");

        searches().remove(actor(ACME), search.id());
        handle("ocds-1");

        assertThat(matches(ACME)).isEmpty();
        assertThat(searches().list(actor(ACME))).isEmpty();
        assertThat(new SearchDigests(unitOfWork(), clock).send()).isEqualTo(new SearchDigests.Sent(0, 0));
    }

    @Test
    void keepsAHundredSearchesOfATeamAndNoMoreHoweverManyAreSavedAtOnce() throws Exception {
        SavedSearches searches = searches();
        unitOfWork().<Boolean>forTeam(ACME, transaction -> {
            for (int i = 0; i < SavedSearches.MOST - 2; i++) {
                SearchDraft wanted = draft("search " + i, Alert.NONE);
                transaction
                        .savedSearches()
                        .insert(new SavedSearch("s" + i, wanted, "user:jo", clock.instant(), Optional.empty()));
            }
            return true;
        });

        List<Boolean> won = Simultaneously.run(6, i -> () -> {
            try {
                searches.create(actor(ACME), draft("one of the last", Alert.NONE));
                return true;
            } catch (LimitReachedException allTaken) {
                return false;
            }
        });

        assertThat(won.stream().filter(mine -> mine)).hasSize(2);
        assertThat(searches.list(actor(ACME))).hasSize(SavedSearches.MOST);
    }

    @Test
    void writesEachChangeIntoTheTrailAndTellsTheTeam() {
        SavedSearch search = saved(ACME, draft("school", Alert.AT_ONCE));
        searches().change(actor(ACME), search.id(), draft -> draft.withName("Schools"));
        searches().change(actor(ACME), search.id(), draft -> draft);
        searches().remove(actor(ACME), search.id());

        List<AuditEntry> trail = unitOfWork()
                .<List<AuditEntry>>forTeam(
                        ACME, transaction -> transaction.audit().latest(Optional.empty(), 10));

        assertThat(trail)
                .extracting(AuditEntry::action)
                .containsExactly("saved-search.removed", "saved-search.changed", "saved-search.added");
        assertThat(trail.get(1).before()).containsEntry("name", "about school");
        assertThat(trail.get(1).after())
                .containsEntry("name", "Schools")
                .containsEntry("text", "school")
                .containsEntry("alert", "at-once");
        assertThat(events(EventType.USER_ACTIVITY)).hasSize(3);
    }

    @Test
    void letsOnlyThoseChangeSearchesWhoMay() {
        Actor viewer = new Actor(ACME, "user:viv", Optional.empty(), Set.of(Permission.READ));
        SavedSearch search = saved(ACME, draft("school", Alert.AT_ONCE));
        SavedSearches searches = searches();

        assertThat(searches.list(viewer)).containsExactly(search);
        assertThat(searches.find(viewer, search.id())).contains(search);
        assertThatThrownBy(() -> searches.create(viewer, draft("x", Alert.NONE)))
                .isInstanceOf(NotAllowedException.class);
        assertThatThrownBy(() -> searches.change(viewer, search.id(), draft -> draft))
                .isInstanceOf(NotAllowedException.class);
        assertThatThrownBy(() -> searches.remove(viewer, search.id())).isInstanceOf(NotAllowedException.class);
    }

    @Test
    void runsASearchAsTheTeam() {
        SavedSearch search = saved(ACME, draft("school", Alert.NONE));
        store(about("ocds-1", "A school", 0), about("ocds-2", "A bridge", 0));

        assertThat(searches()
                        .run(actor(ACME), search.id(), SearchMode.TEXT, TenderSort.NEWEST, 10, Optional.empty())
                        .page()
                        .hits())
                .extracting(TenderHit::ocid)
                .containsExactly("ocds-1");
        assertThatThrownBy(() ->
                        searches().run(actor(ACME), "none", SearchMode.TEXT, TenderSort.NEWEST, 10, Optional.empty()))
                .isInstanceOf(NotFoundException.class);
    }

    /** Whatever is looked for: what matches is what a search finds just then, without what it found before. */
    @Test
    void matchesWhatASearchFindsAndNothingElse() {
        RandomSearches random = new RandomSearches(20_261_121L, NOW);
        Map<String, SavedSearch> searches = new HashMap<>();
        Map<String, Set<String>> known = new HashMap<>();
        Map<String, Set<String>> expected = new HashMap<>();
        for (int round = 0; round < 3; round++) {
            for (int i = 0; i < RANDOM_SEARCHES / 3; i++) {
                SavedSearch search = saved(i % 2 == 0 ? ACME : OTHER, random.draft());
                searches.put(search.id(), search);
                known.put(search.id(), found(search));
                expected.put(search.id(), new TreeSet<>());
            }
            clock.advance(Duration.ofHours(1));
            TenderToStore[] tenders = new TenderToStore[RANDOM_TENDERS];
            for (int i = 0; i < tenders.length; i++) {
                tenders[i] = random.tender(SampleTenders.ocid(i), round);
            }
            store(tenders);
            handle(Arrays.stream(tenders).map(each -> each.tender().ocid()).toArray(String[]::new));
            searches.forEach((id, search) -> {
                Set<String> news = found(search);
                news.removeAll(known.getOrDefault(id, Set.of()));
                expected.getOrDefault(id, new HashSet<>()).addAll(news);
            });
        }

        Map<String, Set<String>> actual = new HashMap<>();
        searches.keySet().forEach(id -> actual.put(id, new TreeSet<>()));
        for (TeamId team : List.of(ACME, OTHER)) {
            everyMatch(team)
                    .forEach(match -> actual.computeIfAbsent(match.search(), id -> new TreeSet<>())
                            .add(match.ocid()));
        }
        searches.forEach((id, search) ->
                assertThat(actual.get(id)).as("%s", search.draft()).isEqualTo(expected.get(id)));
        assertThat(expected.values().stream().filter(some -> !some.isEmpty()).count())
                .as("searches that find something at all")
                .isGreaterThan(RANDOM_SEARCHES / 4);
    }

    private List<SearchMatch> everyMatch(TeamId team) {
        List<SearchMatch> every = new ArrayList<>();
        Optional<String> cursor = Optional.empty();
        do {
            MatchPage page =
                    searches().matches(actor(team), new MatchQuery(Optional.empty(), Optional.empty(), 100, cursor));
            every.addAll(page.matches());
            cursor = page.nextCursor();
        } while (cursor.isPresent());
        return every;
    }

    /** The open ones among what the catalogue finds. */
    private Set<String> found(SavedSearch search) {
        TenderQuery query = search.query(SearchMode.TEXT, TenderSort.NEWEST, 100, Optional.empty());
        Set<String> open = new TreeSet<>();
        tenderCatalog().search(query).hits().stream()
                .filter(hit -> hit.closesAt().map(clock.instant()::isBefore).orElse(true))
                .forEach(hit -> open.add(hit.ocid()));
        return open;
    }
}
