package io.tenderhub.json;

import com.fasterxml.jackson.core.JsonGenerator;
import io.tenderhub.schedule.JobStatus;
import java.io.IOException;
import java.util.List;

/** What is done at set times: {@code jobs[{name, description, next, lastSuccess, lastFailure, consecutiveFailures, running}]}. */
public final class JobJson {
    public static final ObjectShape SHAPE = Shape.object("Jobs")
            .with(
                    "jobs",
                    Shape.list(Shape.object("Job")
                            .with("name", Shape.text().withExample("consistency"))
                            .with("description", Shape.text())
                            .maybe("next", Shape.instant())
                            .maybe("lastSuccess", Shape.instant())
                            .maybe("lastFailure", Shape.instant())
                            .with("consecutiveFailures", Shape.count())
                            .with("running", Shape.truth().described("On some node, now"))));

    private JobJson() {}

    public static void write(JsonGenerator json, List<JobStatus> jobs) throws IOException {
        json.writeStartObject();
        json.writeArrayFieldStart("jobs");
        for (JobStatus job : jobs) {
            json.writeStartObject();
            json.writeStringField("name", job.name());
            json.writeStringField("description", job.description());
            JsonText.printed(json, "next", job.next());
            JsonText.printed(json, "lastSuccess", job.lastSuccess());
            JsonText.printed(json, "lastFailure", job.lastFailure());
            json.writeNumberField("consecutiveFailures", job.consecutiveFailures());
            json.writeBooleanField("running", job.running());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }
}
