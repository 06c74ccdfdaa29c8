package io.tenderhub.redis;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tenderhub.notification.Notification;
import io.tenderhub.team.TeamId;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** {@code {"id":7,"type":"tender.updated","team":"acme","subject":"ocds-1","at":"2026-11-21T08:00:00Z"}}. */
final class NotificationForm {
    private static final Logger LOG = LoggerFactory.getLogger(NotificationForm.class);

    private final JsonMapper mapper = new JsonMapper();

    String write(Notification notification) {
        ObjectNode json = mapper.createObjectNode()
                .put("id", notification.id())
                .put("type", notification.type())
                .put("subject", notification.subject())
                .put("at", notification.at().toString());
        notification.team().ifPresent(team -> json.put("team", team.value()));
        return json.toString();
    }

    /** Empty for what other programs may say on the channel. */
    Optional<Notification> read(String message) {
        try {
            JsonNode json = mapper.readTree(message);
            return Optional.of(new Notification(
                    json.required("id").longValue(),
                    json.required("type").textValue(),
                    Optional.ofNullable(json.get("team")).map(team -> new TeamId(team.textValue())),
                    json.required("subject").textValue(),
                    Instant.parse(json.required("at").textValue())));
        } catch (IOException | IllegalArgumentException | NullPointerException | DateTimeException e) {
            // Missing and mistyped fields come as the last three.
            LOG.debug("A message that is no notification was ignored", e);
            return Optional.empty();
        }
    }
}
