package io.tenderhub.isolation;

import static io.tenderhub.isolation.TwoTeams.ALPHA;
import static io.tenderhub.isolation.TwoTeams.NOW;
import static io.tenderhub.isolation.TwoTeams.owner;

import io.tenderhub.account.EmailAddress;
import io.tenderhub.account.Secret;
import io.tenderhub.account.TokenMint;
import io.tenderhub.account.User;
import io.tenderhub.alert.MatchQuery;
import io.tenderhub.alert.SavedSearch;
import io.tenderhub.alert.SavedSearches;
import io.tenderhub.analytics.CountedBy;
import io.tenderhub.analytics.DayRange;
import io.tenderhub.analytics.SearchAnalytics;
import io.tenderhub.analytics.SpendAnalytics;
import io.tenderhub.analytics.SpendDimension;
import io.tenderhub.analytics.SpendQuestion;
import io.tenderhub.analytics.TenderAnalytics;
import io.tenderhub.audit.AuditReader;
import io.tenderhub.bootstrap.Workbench;
import io.tenderhub.company.CompanyProfiles;
import io.tenderhub.contract.SampleProfiles;
import io.tenderhub.contract.SampleTenders;
import io.tenderhub.details.TenderLookup;
import io.tenderhub.duplicate.Duplicates;
import io.tenderhub.failure.NotFoundException;
import io.tenderhub.memory.InMemoryHub;
import io.tenderhub.notification.Follower;
import io.tenderhub.notification.LiveNews;
import io.tenderhub.notification.News;
import io.tenderhub.notification.NewsId;
import io.tenderhub.quota.WithoutCount;
import io.tenderhub.readiness.BidSituation;
import io.tenderhub.readiness.Policies;
import io.tenderhub.readiness.TopTenders;
import io.tenderhub.search.ReadinessRanking;
import io.tenderhub.search.SearchDesk;
import io.tenderhub.search.SearchLog;
import io.tenderhub.search.TenderSearch;
import io.tenderhub.team.Access;
import io.tenderhub.team.Actor;
import io.tenderhub.team.ApiKeys;
import io.tenderhub.team.Invitations;
import io.tenderhub.team.MadeInvitation;
import io.tenderhub.team.Members;
import io.tenderhub.team.Permission;
import io.tenderhub.team.Plans;
import io.tenderhub.team.Role;
import io.tenderhub.team.TeamAnalytics;
import io.tenderhub.team.TeamId;
import io.tenderhub.team.TeamReadiness;
import io.tenderhub.team.TeamTenders;
import io.tenderhub.team.Teams;
import io.tenderhub.tender.SearchMode;
import io.tenderhub.tender.TenderQuery;
import io.tenderhub.tender.TenderSort;
import io.tenderhub.workspace.VectorClock;
import io.tenderhub.workspace.WorkspaceEntry;
import io.tenderhub.workspace.WorkspaceQuery;
import io.tenderhub.workspace.WorkspaceUpdate;
import io.tenderhub.workspace.Workspaces;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** For each use case that is told who acts: how alpha's owner tries to reach another team by it. */
final class UseCaseCrossings {
    private static final Actor OWNER = Actor.ofMember(ALPHA, owner(ALPHA), Role.OWNER);
    private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final String LETTERS = "A".repeat(43);

    private final Map<String, Attempt> attempts = new TreeMap<>();

    private UseCaseCrossings() {}

    /** By names such as {@code Members.remove}. */
    static Map<String, Attempt> all() {
        UseCaseCrossings crossings = new UseCaseCrossings();
        crossings.members();
        crossings.keys();
        crossings.strangers();
        crossings.cachedAnswers();
        crossings.workspaces();
        crossings.savedSearches();
        crossings.tenders();
        crossings.readiness();
        crossings.analytics();
        crossings.newsAndRepetitions();
        return Map.copyOf(crossings.attempts);
    }

    private void members() {
        attempt("Members.list", (teams, other) -> members(teams).list(OWNER));
        attempt("Members.changeRole", (teams, other) -> {
            members(teams).changeRole(OWNER, owner(new TeamId(other)), Role.VIEWER);
            return "changed";
        });
        attempt("Members.remove", (teams, other) -> {
            members(teams).remove(OWNER, owner(new TeamId(other)));
            return "removed";
        });
        attempt("Members.leave", (teams, other) -> {
            members(teams).leave(OWNER);
            return "left";
        });
        attempt("Invitations.open", (teams, other) -> invitations(teams).open(OWNER));
        attempt("Invitations.invite", (teams, other) -> {
            // Whether somebody has an account elsewhere is not told either.
            Secret token = invitations(teams).invite(OWNER, other + "@example.org", Role.VIEWER);
            invitations(teams).withdraw(OWNER, token.reveal().split("\\.")[1]);
            return token;
        });
        attempt("Invitations.make", (teams, other) -> {
            MadeInvitation made = invitations(teams).make(OWNER, other + "@example.org", Role.VIEWER);
            invitations(teams).withdraw(OWNER, made.invitation().id());
            return made.token();
        });
        attempt("Invitations.withdraw", (teams, other) -> {
            invitations(teams).withdraw(OWNER, "inv-" + other);
            return "withdrawn";
        });
        attempt("Teams.describe", (teams, other) -> teams(teams).describe(OWNER));
        attempt("Teams.rename", (teams, other) -> teams(teams).rename(OWNER, "alpha ltd"));
        attempt(
                "AuditReader.latest",
                (teams, other) -> new AuditReader(teams.unitOfWork()).latest(OWNER, Optional.of("inv-" + other), 10));
    }

    private void keys() {
        attempt(
                "ApiKeys.list",
                (teams, other) -> keys(teams).list(OWNER).stream()
                        .anyMatch(key -> key.name().equals(other + "'s")));
        attempt("ApiKeys.create", (teams, other) -> keys(teams).create(OWNER, other, Set.of(Permission.READ)));
        attempt(
                "ApiKeys.make",
                (teams, other) ->
                        keys(teams).make(OWNER, other, Set.of(Permission.READ)).text());
        attempt("ApiKeys.revoke", (teams, other) -> {
            keys(teams).revoke(OWNER, "key-" + other);
            return "revoked";
        });
        attempt(
                "ApiKeys.authenticate",
                (teams, other) ->
                        keys(teams).authenticate(new Secret("thk_" + other + "_key-" + other + "_" + LETTERS)));
    }

    private void strangers() {
        attempt("Access.of a user", (teams, other) -> access(teams).of(owner(ALPHA), new TeamId(other)));
        attempt(
                "Access.of a key",
                (teams, other) -> access(teams)
                        .of(keys(teams).create(OWNER, "alpha's", Set.of(Permission.READ)), new TeamId(other)));
        attempt(
                "Invitations.accept",
                (teams, other) -> invitations(teams)
                        .accept(
                                new Secret(other + ".inv-" + other + "." + LETTERS),
                                new User(
                                        owner(ALPHA),
                                        new EmailAddress("new@" + other + ".example"),
                                        "Jo",
                                        NOW,
                                        false)));
        attempt("Teams.ofUser", (teams, other) -> teams(teams).ofUser(owner(ALPHA)));
    }

    /** What beta has cached is not what alpha gets, be the key the same but for its owner. */
    private void cachedAnswers() {
        attempt(
                "Cache.get",
                (teams, other) -> teams.redis()
                        .cache()
                        .get(
                                TwoTeams.cached(ALPHA, new TeamId(other)),
                                () -> Optional.of(new TwoTeams.Cached("of alpha"))));
        attempt(
                "Cache.peek",
                (teams, other) -> teams.redis().cache().peek(TwoTeams.cached(ALPHA, new TeamId("of-" + other))));
    }

    private void workspaces() {
        attempt("Workspaces.find", (teams, other) -> workspaces(teams).find(OWNER, "ocds-" + other));
        attempt("Workspaces.list", (teams, other) -> workspaces(teams).list(OWNER, WorkspaceQuery.ALL));
        attempt("Workspaces.dashboard", (teams, other) -> workspaces(teams).dashboard(OWNER));
        attempt(
                "Workspaces.update",
                (teams, other) -> workspaces(teams)
                        .update(
                                OWNER,
                                "ocds-" + other,
                                WorkspaceUpdate.of(VectorClock.NOTHING).withNotes("mine")));
        attempt("Workspaces.remove", (teams, other) -> {
            workspaces(teams).remove(OWNER, "ocds-" + other, VectorClock.NOTHING);
            return "removed";
        });
        attempt("Workspaces.save", (teams, other) -> {
            WorkspaceEntry saved = workspaces(teams).save(OWNER, "ocds-" + other);
            workspaces(teams).remove(OWNER, "ocds-" + other, saved.clock());
            return saved;
        });
    }

    private void savedSearches() {
        attempt("SavedSearches.list", (teams, other) -> searches(teams).list(OWNER));
        attempt("SavedSearches.find", (teams, other) -> searches(teams).find(OWNER, "search-" + other));
        attempt("SavedSearches.create", (teams, other) -> {
            SavedSearch made =
                    searches(teams).create(OWNER, TwoTeams.savedSearch(other).draft());
            searches(teams).remove(OWNER, made.id());
            return made.draft();
        });
        attempt(
                "SavedSearches.change",
                (teams, other) -> searches(teams).change(OWNER, "search-" + other, draft -> draft.withName("mine")));
        attempt("SavedSearches.remove", (teams, other) -> {
            searches(teams).remove(OWNER, "search-" + other);
            return "removed";
        });
        attempt(
                "SavedSearches.run",
                (teams, other) -> searches(teams)
                        .run(OWNER, "search-" + other, SearchMode.TEXT, TenderSort.NEWEST, 10, Optional.empty()));
        attempt(
                "SavedSearches.matches",
                (teams, other) -> searches(teams)
                        .matches(
                                OWNER,
                                new MatchQuery(
                                        Optional.of("search-" + other), Optional.empty(), 10, Optional.empty())));
    }

    private void tenders() {
        attempt("CompanyProfiles.find", (teams, other) -> new CompanyProfiles(teams.unitOfWork()).find(OWNER));
        attempt(
                "CompanyProfiles.save",
                (teams, other) -> new CompanyProfiles(teams.unitOfWork())
                        .save(OWNER, SampleProfiles.withStaff("alpha ltd", 9))
                        .team());
        attempt(
                "TeamTenders.find",
                (teams, other) -> tenders(teams)
                        .find(OWNER, "ocds-" + other)
                        .orElseThrow()
                        .score());
        attempt(
                "TeamTenders.search",
                // Logged apart, as what a team looked for may name others.
                (teams, other) -> tenders(teams, new InMemoryHub(CLOCK).searchLog())
                        .search(
                                OWNER,
                                TenderQuery.builder().text("about " + other).build(),
                                true)
                        .page());
        attempt("TeamTenders.clicked", (teams, other) -> {
            try {
                tenders(teams).clicked(OWNER, TwoTeams.search(other), "ocds-" + other, 1);
                return "clicked";
            } catch (NotFoundException notItsOwn) {
                // Says which was asked for, by a number.
                return notItsOwn.getMessage().replace(TwoTeams.search(other).value(), other);
            }
        });
        attempt("TeamTenders.searches", (teams, other) -> tenders(teams).searches(OWNER));
    }

    private void readiness() {
        attempt("TeamReadiness.stored", (teams, other) -> readiness(teams).stored(OWNER, "ocds-" + other));
        attempt("TeamReadiness.top", (teams, other) -> readiness(teams).top(OWNER, 10));
        attempt(
                "TeamReadiness.check",
                (teams, other) -> readiness(teams)
                        .check(
                                OWNER,
                                SampleTenders.release("ocds-" + other, 1),
                                Policies.builtIn().defaultChoice(),
                                new BidSituation(NOW, false)));
    }

    /** What is spent and published is public; a team's own is how its scores spread. */
    private void analytics() {
        attempt("TeamAnalytics.scores", (teams, other) -> analytics(teams).scores(OWNER));
        attempt("TeamAnalytics.usage", (teams, other) -> analytics(teams).usage(OWNER, DayRange.ALL, 10));
        attempt(
                "TeamAnalytics.spend",
                (teams, other) -> analytics(teams)
                        .spend(OWNER, SpendQuestion.by(SpendDimension.BUYER).in("ZAR"), 10)
                        .spends());
        attempt(
                "TeamAnalytics.counts",
                (teams, other) -> analytics(teams)
                        .counts(OWNER, CountedBy.STATUS, DayRange.ALL)
                        .counts());
        attempt(
                "TeamAnalytics.trend",
                (teams, other) -> analytics(teams).trend(OWNER, Optional.of(other), "ZAR", DayRange.ALL));
        attempt("TeamAnalytics.requireExports", (teams, other) -> {
            analytics(teams).requireExports(OWNER);
            return "allowed";
        });
    }

    private static TeamAnalytics analytics(TwoTeams teams) {
        return new TeamAnalytics(
                teams.unitOfWork(),
                Plans.standard(),
                new SpendAnalytics(
                        teams.postgres().spendCatalog(),
                        teams.mongo().spendReports(),
                        teams.redis().spendLeaderboard(),
                        ZoneOffset.UTC,
                        CLOCK),
                new TenderAnalytics(
                        teams.postgres().tenderFigures(), teams.mongo().countReports(), ZoneOffset.UTC, CLOCK),
                teams.mongo().scores(),
                teams.mongo().searchUsage(),
                new SearchAnalytics(teams.mongo().searchUsage(), CLOCK));
    }

    private void newsAndRepetitions() {
        attempt("LiveNews.follow", (teams, other) -> {
            List<Object> heard = new ArrayList<>();
            LiveNews live = new LiveNews(teams.redis().notifications(), Runnable::run);
            NewsId before = new NewsId(teams.place(other).beginning(), 0);
            live.follow(OWNER, Optional.of(before), new Follower() {
                        @Override
                        public void begin(NewsId at) {
                            heard.add(at);
                        }

                        @Override
                        public void hear(News news) {
                            heard.add(news);
                        }

                        @Override
                        public void reset(NewsId at) {
                            heard.add(at);
                        }
                    })
                    .close();
            return heard;
        });
        // Who is not answered anew was given what another one had been answered.
        attempt("Requester.of", (teams, other) -> {
            Actor program = Actor.ofApiKey(ALPHA, "key-" + other, Set.of(Permission.READ));
            return teams.answered(program, 503, "nothing");
        });
    }

    private static SavedSearches searches(TwoTeams teams) {
        return new SavedSearches(teams.unitOfWork(), tenders(teams), CLOCK, RANDOM);
    }

    private static TeamTenders tenders(TwoTeams teams) {
        return tenders(teams, teams.mongo().searchLog());
    }

    private static TeamTenders tenders(TwoTeams teams, SearchLog log) {
        return new TeamTenders(
                teams.unitOfWork(),
                Plans.standard(),
                new SearchDesk(
                        new TenderSearch(
                                teams.postgres().tenderCatalog(),
                                teams.postgres().facetCatalog(),
                                teams.postgres().vocabulary(),
                                Optional.empty(),
                                new Duplicates(
                                        teams.postgres().tenderCatalog(),
                                        teams.postgres().fingerprints()),
                                teams.redis().cache()),
                        new ReadinessRanking(
                                teams.postgres().tenderMatches(),
                                teams.postgres().tenderCatalog(),
                                teams.mongo().scores()),
                        log,
                        new TokenMint(RANDOM),
                        CLOCK),
                lookup(teams),
                teams.redis().quotas(),
                WithoutCount.refuse(away -> {}));
    }

    private static TeamReadiness readiness(TwoTeams teams) {
        return new TeamReadiness(
                teams.unitOfWork(),
                Plans.standard(),
                lookup(teams),
                new TopTenders(teams.mongo().scores(), teams.redis().cache()),
                new Workbench().requirements());
    }

    private static TenderLookup lookup(TwoTeams teams) {
        return new TenderLookup(
                teams.postgres().tenderCatalog(),
                teams.mongo().summaries(),
                teams.mongo().scores(),
                teams.redis().cache());
    }

    private static Workspaces workspaces(TwoTeams teams) {
        return new Workspaces(
                teams.unitOfWork(),
                teams.postgres().workspaceCatalog(),
                teams.mongo().summaries(),
                teams.mongo().scores(),
                Plans.standard(),
                teams.redis().cache(),
                teams.redis().popularTenders(),
                CLOCK);
    }

    private static Members members(TwoTeams teams) {
        return new Members(teams.unitOfWork());
    }

    private static Invitations invitations(TwoTeams teams) {
        return new Invitations(teams.unitOfWork(), Plans.standard(), CLOCK, RANDOM);
    }

    private static ApiKeys keys(TwoTeams teams) {
        return new ApiKeys(teams.unitOfWork(), CLOCK, RANDOM);
    }

    private static Teams teams(TwoTeams teams) {
        return new Teams(teams.unitOfWork(), Plans.standard(), CLOCK);
    }

    private static Access access(TwoTeams teams) {
        return new Access(teams.unitOfWork(), teams.logins(), keys(teams));
    }

    private void attempt(String method, Attempt attempt) {
        attempts.put(method, attempt);
    }
}
