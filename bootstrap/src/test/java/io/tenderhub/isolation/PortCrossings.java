package io.tenderhub.isolation;

import static io.tenderhub.isolation.TwoTeams.ALPHA;
import static io.tenderhub.isolation.TwoTeams.NOW;
import static io.tenderhub.isolation.TwoTeams.followed;
import static io.tenderhub.isolation.TwoTeams.owner;
import static io.tenderhub.isolation.TwoTeams.savedSearch;
import static io.tenderhub.isolation.TwoTeams.score;

import io.tenderhub.account.EmailAddress;
import io.tenderhub.alert.MatchQuery;
import io.tenderhub.cache.SecondLevel.Answers;
import io.tenderhub.contract.SampleProfiles;
import io.tenderhub.event.DomainEvent;
import io.tenderhub.event.EventType;
import io.tenderhub.event.UnitOfWork.TeamTransaction;
import io.tenderhub.notification.NewsId;
import io.tenderhub.quota.QuotaPeriod;
import io.tenderhub.quota.QuotaRule;
import io.tenderhub.quota.Quotas.TeamQuotas;
import io.tenderhub.readiness.ScoreRepository.TeamScores;
import io.tenderhub.search.SearchClick;
import io.tenderhub.search.SearchLog.Searches;
import io.tenderhub.search.SearchUsage.Usage;
import io.tenderhub.team.ApiKey;
import io.tenderhub.team.Invitation;
import io.tenderhub.team.Member;
import io.tenderhub.team.Permission;
import io.tenderhub.team.Role;
import io.tenderhub.team.Team;
import io.tenderhub.team.TeamId;
import io.tenderhub.team.TeamSaga;
import io.tenderhub.workspace.Stamp;
import io.tenderhub.workspace.WorkspaceCatalog.TeamWorkspace;
import io.tenderhub.workspace.WorkspaceEntry;
import io.tenderhub.workspace.WorkspaceQuery;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;

/** For each method of what is opened for one team: how alpha, having opened its own, tries to reach another team by it. */
final class PortCrossings {
    private static final QuotaRule THREE_A_DAY = new QuotaRule(3, QuotaPeriod.DAY);

    private final Map<String, Attempt> attempts = new TreeMap<>();

    private PortCrossings() {}

    /** By names such as {@code MemberRepository.remove}. */
    static Map<String, Attempt> all() {
        PortCrossings crossings = new PortCrossings();
        crossings.teamsAndMembers();
        crossings.keysAndTrail();
        crossings.workspaces();
        crossings.savedSearches();
        crossings.whatIsDerived();
        crossings.searches();
        crossings.whatMayVanish();
        return Map.copyOf(crossings.attempts);
    }

    private void teamsAndMembers() {
        inTransaction("TeamRepository.find", (team, other) -> team.team().find());
        inTransaction("TeamRepository.lock", (team, other) -> team.team().lock());
        inTransaction("TeamRepository.insert", (team, other) -> {
            team.team().insert(team(other));
            return "inserted";
        });
        inTransaction("TeamRepository.update", (team, other) -> team.team().update(team(other)));
        // Removes alpha itself, and is rolled back.
        inTransaction("TeamRepository.delete", (team, other) -> {
            boolean deleted = team.team().delete();
            throw new Undone(deleted);
        });
        inTransaction("TeamSagaRepository.find", (team, other) -> team.sagas().find());
        inTransaction("TeamSagaRepository.lock", (team, other) -> team.sagas().lock());
        inTransaction("TeamSagaRepository.insert", (team, other) -> {
            team.sagas().insert(saga(other));
            return "inserted";
        });
        inTransaction("TeamSagaRepository.update", (team, other) -> team.sagas().update(saga(other)));
        inTransaction("MemberRepository.all", (team, other) -> team.members().all());
        inTransaction("MemberRepository.count", (team, other) -> team.members().count());
        inTransaction("MemberRepository.find", (team, other) -> team.members().find(owner(new TeamId(other))));
        inTransaction("MemberRepository.save", (team, other) -> {
            team.members().save(new Member(owner(new TeamId(other)), Role.VIEWER, NOW));
            throw new Undone(team.members().find(owner(new TeamId(other))).toString());
        });
        inTransaction("MemberRepository.remove", (team, other) -> team.members().remove(owner(new TeamId(other))));
        inTransaction(
                "InvitationRepository.all", (team, other) -> team.invitations().all());
        inTransaction(
                "InvitationRepository.find", (team, other) -> team.invitations().find("inv-" + other));
        inTransaction(
                "InvitationRepository.remove",
                (team, other) -> team.invitations().remove("inv-" + other));
        inTransaction("InvitationRepository.insert", (team, other) -> {
            team.invitations()
                    .insert(new Invitation(
                            "inv-" + other,
                            new EmailAddress("new@" + other + ".example"),
                            Role.VIEWER,
                            "h",
                            "jo",
                            NOW,
                            NOW));
            throw new Undone(team.invitations().find("inv-" + other).toString());
        });
    }

    private void keysAndTrail() {
        inTransaction("ApiKeyRepository.all", (team, other) -> team.apiKeys().all());
        inTransaction("ApiKeyRepository.find", (team, other) -> team.apiKeys().find("key-" + other));
        inTransaction("ApiKeyRepository.revoke", (team, other) -> team.apiKeys().revoke("key-" + other, NOW));
        inTransaction("ApiKeyRepository.insert", (team, other) -> {
            team.apiKeys()
                    .insert(new ApiKey("key-" + other, "n", "h", Set.of(Permission.READ), "jo", NOW, Optional.empty()));
            throw new Undone(team.apiKeys().find("key-" + other).toString());
        });
        inTransaction("ProfileRepository.find", (team, other) -> team.profile().find());
        inTransaction("ProfileRepository.save", (team, other) -> {
            team.profile().save(SampleProfiles.withStaff("alpha ltd", 9));
            return "saved";
        });
        inTransaction("AuditTrail.append", (team, other) -> {
            team.audit().append("user:jo-" + other, "team.renamed", other, Map.of(), Map.of());
            throw new Undone("appended");
        });
        inTransaction(
                "AuditTrail.latest",
                (team, other) -> team.audit().latest(Optional.empty(), 10).stream()
                        .map(entry -> entry.action() + entry.subject() + entry.actor())
                        .toList());
        inTransaction("Outbox.append", (team, other) -> {
            TeamId id = new TeamId(other);
            team.outbox().append(List.of(new DomainEvent(EventType.TEAM_DELETED, other, Optional.of(id), Map.of())));
            return "appended";
        });
    }

    private void workspaces() {
        inTransaction(
                "WorkspaceRepository.find", (team, other) -> team.workspace().find("ocds-" + other));
        inTransaction(
                "WorkspaceRepository.count", (team, other) -> team.workspace().count());
        inTransaction(
                "WorkspaceRepository.remove", (team, other) -> team.workspace().remove("ocds-" + other));
        inTransaction(
                "WorkspaceRepository.update", (team, other) -> team.workspace().update(entry(other)));
        inTransaction("WorkspaceRepository.insert", (team, other) -> {
            boolean inserted = team.workspace().insert(entry(other));
            throw new Undone(inserted);
        });
        Function<TwoTeams, TeamWorkspace> own =
                teams -> teams.postgres().workspaceCatalog().forTeam(ALPHA);
        attempt("TeamWorkspace.find", (teams, other) -> own.apply(teams).find("ocds-" + other));
        attempt("TeamWorkspace.list", (teams, other) -> own.apply(teams).list(WorkspaceQuery.ALL));
        attempt("TeamWorkspace.standings", (teams, other) -> own.apply(teams).standings());
    }

    private void savedSearches() {
        inTransaction(
                "SavedSearchRepository.all",
                (team, other) -> team.savedSearches().all());
        inTransaction(
                "SavedSearchRepository.count",
                (team, other) -> team.savedSearches().count());
        inTransaction(
                "SavedSearchRepository.find",
                (team, other) -> team.savedSearches().find("search-" + other));
        inTransaction(
                "SavedSearchRepository.update",
                (team, other) -> team.savedSearches().update(savedSearch(other)));
        inTransaction(
                "SavedSearchRepository.remove",
                (team, other) -> team.savedSearches().remove("search-" + other));
        inTransaction("SavedSearchRepository.insert", (team, other) -> {
            team.savedSearches().insert(savedSearch(other));
            throw new Undone(team.savedSearches().find("search-" + other).toString());
        });
        inTransaction(
                "SearchMatchRepository.latest",
                (team, other) -> team.searchMatches().latest(matchesOf("search-" + other), Optional.empty(), 10));
        inTransaction("SearchMatchRepository.takeForDigest", (team, other) -> {
            throw new Undone(team.searchMatches().takeForDigest(NOW));
        });
        // Of a search that is not its own it finds no row to remember anything of.
        inTransaction("SearchMatchRepository.know", (team, other) -> {
            team.searchMatches().know(savedSearch(other), NOW);
            throw new Undone("known");
        });
    }

    private static MatchQuery matchesOf(String search) {
        return new MatchQuery(Optional.of(search), Optional.empty(), 10, Optional.empty());
    }

    private void whatIsDerived() {
        Function<TwoTeams, TeamScores> scores = teams -> teams.mongo().scores().forTeam(ALPHA);
        attempt("TeamScores.find", (teams, other) -> scores.apply(teams).find("ocds-" + other));
        attempt("TeamScores.findAll", (teams, other) -> scores.apply(teams).findAll(List.of("ocds-" + other)));
        attempt("TeamScores.best", (teams, other) -> scores.apply(teams).best(10));
        attempt("TeamScores.points", (teams, other) -> scores.apply(teams).points(List.of("ocds-" + other)));
        attempt("TeamScores.ranked", (teams, other) -> scores.apply(teams).ranked(Optional.empty(), 10));
        attempt("TeamScores.count", (teams, other) -> scores.apply(teams).count());
        attempt(
                "TeamScores.countByPoints",
                (teams, other) -> scores.apply(teams).countByPoints());
        attempt("TeamScores.versions", (teams, other) -> scores.apply(teams).versions(Optional.empty(), 10));
        attempt("TeamScores.versionsOf", (teams, other) -> scores.apply(teams).versionsOf(List.of("ocds-" + other)));
        attempt("TeamScores.deleteAll", (teams, other) -> scores.apply(teams).deleteAll(List.of("ocds-" + other)));
        attempt("TeamScores.deleteEverything", (teams, other) -> {
            scores.apply(teams).deleteEverything();
            return scores.apply(teams).saveAll(List.of(score(followed(ALPHA))));
        });
        attempt("TeamScores.saveAll", (teams, other) -> {
            int saved = scores.apply(teams).saveAll(List.of(score("ocds-" + other)));
            return saved + scores.apply(teams).deleteAll(List.of("ocds-" + other));
        });
        attempt(
                "TeamActivities.latest",
                (teams, other) -> teams.mongo().activityLog().forTeam(ALPHA).latest(10));
        Function<TwoTeams, Answers> answers =
                teams -> teams.mongo().secondLevel().forTeam(ALPHA);
        attempt(
                "Answers.find",
                (teams, other) -> answers.apply(teams)
                        .find("list-" + other)
                        .map(bytes -> new String(bytes, StandardCharsets.UTF_8)));
        attempt("Answers.save", (teams, other) -> {
            answers.apply(teams).save("own-" + other, new byte[] {1}, Duration.ofHours(1));
            return "saved";
        });
    }

    private void searches() {
        Function<TwoTeams, Searches> own = teams -> teams.mongo().searchLog().forTeam(ALPHA);
        attempt("Searches.find", (teams, other) -> own.apply(teams).find(TwoTeams.search(other)));
        attempt(
                "Searches.click",
                (teams, other) ->
                        own.apply(teams).click(TwoTeams.search(other), new SearchClick("ocds-" + other, 1, NOW)));
        attempt("Searches.latest", (teams, other) -> own.apply(teams).latest(10));
        LocalDate today = LocalDate.ofInstant(NOW, ZoneOffset.UTC);
        LocalDate tomorrow = today.plusDays(1);
        Function<TwoTeams, Usage> usage = teams -> teams.mongo().searchUsage().forTeam(ALPHA);
        attempt("Usage.days", (teams, other) -> usage.apply(teams).days(today, tomorrow));
        attempt("Usage.topTexts", (teams, other) -> usage.apply(teams).topTexts(today, tomorrow, 10));
        attempt("Usage.textsWithoutHits", (teams, other) -> usage.apply(teams).textsWithoutHits(today, tomorrow, 10));
        attempt("Usage.positions", (teams, other) -> usage.apply(teams).positions(today, tomorrow));
    }

    private void whatMayVanish() {
        Function<TwoTeams, TeamQuotas> quotas = teams -> teams.redis().quotas().forTeam(ALPHA);
        attempt("TeamQuotas.look", (teams, other) -> quotas.apply(teams).look("searches", THREE_A_DAY, ZoneOffset.UTC));
        attempt("TeamQuotas.take", (teams, other) -> quotas.apply(teams).take(other, THREE_A_DAY, ZoneOffset.UTC));
        // What is heard is tried by itself, with what is published for another team.
        attempt("TeamNotifications.subscribe", (teams, other) -> {
            teams.redis().notifications().forTeam(ALPHA).subscribe(news -> {}).close();
            return "subscribed";
        });
        attempt(
                "TeamNotifications.recent",
                (teams, other) -> teams.redis()
                        .notifications()
                        .forTeam(ALPHA)
                        .recent(Optional.of(new NewsId(teams.place(other).beginning(), 0))));
    }

    private static Team team(String id) {
        return new Team(new TeamId(id), "taken over", "pro", ZoneOffset.UTC, Team.State.ACTIVE, NOW);
    }

    private static TeamSaga saga(String id) {
        return new TeamSaga(
                new TeamId(id), TeamSaga.Kind.REMOVAL, TeamSaga.Step.RECORDS, 0, Optional.empty(), NOW, NOW);
    }

    private static WorkspaceEntry entry(String of) {
        return WorkspaceEntry.saved("ocds-" + of, new Stamp("user:jo-alpha", NOW));
    }

    private void attempt(String method, Attempt attempt) {
        attempts.put(method, attempt);
    }

    private void inTransaction(String method, TransactionAttempt attempt) {
        attempts.put(method, (teams, other) -> {
            try {
                return teams.unitOfWork().<Object>forTeam(ALPHA, team -> attempt.go(team, other));
            } catch (Undone undone) {
                return String.valueOf(undone.getMessage());
            } catch (IllegalArgumentException | IllegalStateException e) {
                return e;
            }
        });
    }

    private interface TransactionAttempt {
        Object go(TeamTransaction team, String other);
    }

    /** Leaves no trace of a transaction but its answer. */
    private static final class Undone extends RuntimeException {
        Undone(Object answer) {
            super(answer.toString(), null, false, false);
        }
    }
}
