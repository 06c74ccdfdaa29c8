package io.tenderhub.postgres;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.tenderhub.company.CompanyProfile;
import io.tenderhub.tender.Tender;
import io.tenderhub.tender.TenderFilter;
import io.tenderhub.workspace.WorkspaceEntry;
import java.util.Map;

/**
 * The domain's records as JSON documents: a field for each component of the record. A tender's published JSON is left out of
 * its document, as it has a column of its own. Unknown fields are ignored, so that nodes of the version before can read on
 * while a new one is rolled out.
 */
final class Documents {
    private static final TypeReference<Map<String, String>> TEXTS = new TypeReference<>() {};
    private static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    // What the database holds has been accepted once: no limit of the parser refuses it afterwards.
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxStringLength(Integer.MAX_VALUE)
                            .maxNumberLength(Integer.MAX_VALUE)
                            .build())
                    .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
                    .build())
            .addModule(new Jdk8Module())
            .addModule(new JavaTimeModule())
            .visibility(PropertyAccessor.IS_GETTER, JsonAutoDetect.Visibility.NONE)
            .enable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private Documents() {}

    static ObjectNode tender(Tender tender) {
        ObjectNode document = MAPPER.valueToTree(tender);
        document.remove("raw");
        return document;
    }

    static Tender tender(String document, String raw) throws JsonProcessingException {
        ObjectNode node = (ObjectNode) MAPPER.readTree(document);
        node.put("raw", raw);
        return MAPPER.treeToValue(node, Tender.class);
    }

    static String profile(CompanyProfile profile) {
        return write(profile);
    }

    static CompanyProfile profile(String document) throws JsonProcessingException {
        return MAPPER.readValue(document, CompanyProfile.class);
    }

    static WorkspaceEntry entry(String document) throws JsonProcessingException {
        return MAPPER.readValue(document, WorkspaceEntry.class);
    }

    static TenderFilter filter(String document) throws JsonProcessingException {
        return MAPPER.readValue(document, TenderFilter.class);
    }

    static Map<String, String> texts(String json) throws JsonProcessingException {
        return MAPPER.readValue(json, TEXTS);
    }

    static String write(Object value) {
        try {
            return MAPPER.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a record of the domain can't be written as JSON", e);
        }
    }
}
