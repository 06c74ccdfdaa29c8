package io.tenderhub.postgres;

import io.tenderhub.failure.ConflictException;
import java.util.List;

/** Whether the database keeps teams apart as the migrations left it, which an administrator may have changed since. */
final class Isolation {
    private static final String SINCE_16 = "CASE WHEN current_setting('server_version_num')::int >= 160000 THEN ";
    private static final String TO_TAKE = SINCE_16 + "'SET' ELSE 'MEMBER' END";
    /** Every table of the hub that holds what belongs to teams. */
    private static final String OF_TEAMS =
            " FROM pg_class AS t WHERE t.oid IN (SELECT to_regclass(name) FROM unnest(:tables)"
                    + " AS name) AND EXISTS (SELECT FROM pg_attribute WHERE attrelid = t.oid AND attname = 'team_id')";

    private final Database database;

    Isolation(Database database) {
        this.database = database;
    }

    /**
     * @throws ConflictException if something lets more be seen than a team's own, or the login can't work; names it and the remedy
     */
    void verify() {
        refuse(
                roles("to_regrole(name) IS NULL"),
                "the database server has no role %1$s; have an administrator run: CREATE ROLE %1$s; GRANT %1$s TO %2$s%3$s");
        refuse(
                roles("NOT pg_has_role(current_user, name, " + TO_TAKE + ")"),
                "the login %2$s may not take the role %1$s; have an administrator run: GRANT %1$s TO %2$s%3$s");
        refuse(
                roles("EXISTS (SELECT FROM pg_roles WHERE rolname = name AND (rolsuper OR rolbypassrls))"),
                "row-level security does not bind the role %1$s; have an administrator run:"
                        + " ALTER ROLE %1$s NOSUPERUSER NOBYPASSRLS");
        refuse(
                roles("EXISTS (SELECT FROM pg_auth_members WHERE member = to_regrole(name))"),
                "the role %1$s has the rights of another one as well; have an administrator revoke it from %1$s");
        refuse(
                tables("NOT (t.relrowsecurity AND t.relforcerowsecurity)"),
                "the table %1$s has no forced row-level security; run:"
                        + " ALTER TABLE %1$s ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY");
        refuse(
                tables("EXISTS (SELECT FROM pg_policy WHERE polrelid = t.oid AND polpermissive"
                        + " AND polroles && ARRAY[0::oid, to_regrole(:app)] AND polname <> :public"
                        + " AND (" + ignoresTheTeam("polqual") + " OR " + ignoresTheTeam("polwithcheck") + "))"),
                "a policy of the table %1$s does not look at the team; drop it");
        refuse(
                tables(
                        "(has_any_column_privilege(:app, t.oid, 'SELECT') OR has_any_column_privilege(:app, t.oid, 'INSERT'))"
                                + " AND NOT EXISTS (SELECT FROM pg_policy WHERE polrelid = t.oid"
                                + " AND to_regrole(:app) = ANY(polroles))"),
                "the table %1$s has lost its policy for the role of teams; make it again as the migration does");
    }

    private static String ignoresTheTeam(String expression) {
        return "strpos(pg_get_expr(" + expression + ", polrelid), 'current_setting(''' || :setting || '''') = 0";
    }

    /** Those of the two roles for which this holds. */
    private List<String> roles(String condition) {
        return database.run(
                "roles",
                handle -> handle.createQuery("SELECT name FROM unnest(:roles) AS name WHERE " + condition)
                        .bind("roles", TextArray.of(List.of(names().appRole(), names().systemRole())))
                        .mapTo(String.class)
                        .list());
    }

    private List<String> tables(String condition) {
        return database.run("row-level security", handle -> {
            var query = handle.createQuery("SELECT t.relname" + OF_TEAMS + " AND (" + condition + ") ORDER BY 1")
                    .bind("tables", TextArray.of(names().tables()));
            if (condition.contains(":app")) {
                query.bind("app", names().appRole());
            }
            if (condition.contains(":setting")) {
                query.bind("setting", names().teamSetting()).bind("public", names().outbox() + "_public");
            }
            return query.mapTo(String.class).list();
        });
    }

    /**
     * @param what names the first of them as {@code %1$s}, the login as {@code %2$s} and how it is granted a role as {@code %3$s}
     */
    private void refuse(List<String> wrong, String what) {
        if (!wrong.isEmpty()) {
            throw new ConflictException(String.format(what, wrong.get(0), login(), how()));
        }
    }

    private String login() {
        return text("quote_ident(current_user)");
    }

    /** Since PostgreSQL 16 a login may have been granted a role without the right to take it. */
    private String how() {
        return text(SINCE_16 + "' WITH INHERIT FALSE, SET TRUE' ELSE '' END");
    }

    private String text(String expression) {
        return database.run(
                "login",
                handle -> handle.createQuery("SELECT " + expression)
                        .mapTo(String.class)
                        .one());
    }

    private Names names() {
        return database.names();
    }
}
