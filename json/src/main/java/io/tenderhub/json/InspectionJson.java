package io.tenderhub.json;

import com.fasterxml.jackson.core.JsonGenerator;
import io.tenderhub.requirement.Requirements;
import io.tenderhub.tender.Tender;
import java.io.IOException;

/** A tender as published and understood: the fields of {@link TenderJson} and {@code requirements}. */
public final class InspectionJson {
    private InspectionJson() {}

    public static void write(JsonGenerator json, Tender tender, Requirements requirements) throws IOException {
        json.writeStartObject();
        TenderJson.writeFields(json, tender);
        json.writeFieldName("requirements");
        RequirementsJson.write(json, requirements);
        json.writeEndObject();
    }
}
