package io.tenderhub.mongo;

import io.tenderhub.activity.Activity;
import io.tenderhub.team.TeamId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bson.Document;

/** The stored form of activities. */
final class ActivityDocuments implements DocumentForm<Activity> {
    static final String TEAM = "teamId";
    static final String AT = "at";

    /** Details are a list, for a name of a detail may hold what a name of a field may not. */
    private record Detail(String name, String text) {}

    @Override
    public Document write(Activity activity) {
        Document document = new Document("_id", activity.id()).append("type", activity.type());
        activity.team().ifPresent(team -> document.append(TEAM, team.value()));
        document.append("subject", activity.subject())
                .append(
                        "details",
                        activity.details().entrySet().stream()
                                .sorted(Map.Entry.comparingByKey())
                                .map(detail -> new Document("name", detail.getKey()).append("text", detail.getValue()))
                                .toList());
        StoredInstant.write(document, AT, activity.at());
        return document;
    }

    @Override
    public Activity read(Fields fields) throws UnreadableDocumentException {
        List<Detail> listed = fields.list("details", detail -> new Detail(detail.text("name"), detail.text("text")));
        Map<String, String> details = new LinkedHashMap<>();
        listed.forEach(detail -> details.put(detail.name(), detail.text()));
        return new Activity(
                fields.text("_id"),
                fields.text("type"),
                team(fields),
                fields.text("subject"),
                details,
                StoredInstant.read(fields, AT));
    }

    private static Optional<TeamId> team(Fields fields) throws UnreadableDocumentException {
        Optional<String> team = fields.optionalText(TEAM);
        try {
            return team.map(TeamId::new);
        } catch (IllegalArgumentException e) {
            throw new UnreadableDocumentException(fields.path() + "teamId: " + e.getMessage());
        }
    }
}
