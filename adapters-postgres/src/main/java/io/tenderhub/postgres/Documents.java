package io.tenderhub.postgres;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.tenderhub.company.CompanyProfile;
import io.tenderhub.tender.Tender;
import io.tenderhub.tender.TenderFilter;
import io.tenderhub.workspace.WorkspaceEntry;
import java.io.IOException;
import java.math.BigDecimal;
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

    private static final ObjectWriter WRITER = MAPPER.writer();
    private static final ObjectWriter STORED =
            withPlainNumbers().addMixIn(Tender.class, WithoutRaw.class).writer();
    private static final ObjectWriter SAID =
            withPlainNumbers().addMixIn(Tender.class, WithoutRawAndSource.class).writer();

    @JsonIgnoreProperties("raw")
    private interface WithoutRaw {}

    @JsonIgnoreProperties({"raw", "source"})
    private interface WithoutRawAndSource {}

    private Documents() {}

    /**
     * Numbers as trees of nodes had them, through which documents went before: their hashes are in the database. A number has no
     * zeros at its end.
     */
    private static ObjectMapper withPlainNumbers() {
        return MAPPER.copy()
                .registerModule(new SimpleModule()
                        .addSerializer(BigDecimal.class, new StdSerializer<>(BigDecimal.class) {
                            private static final long serialVersionUID = 1;

                            @Override
                            public void serialize(BigDecimal number, JsonGenerator json, SerializerProvider provider)
                                    throws IOException {
                                json.writeNumber(number.signum() == 0 ? BigDecimal.ZERO : number.stripTrailingZeros());
                            }
                        }));
    }

    static String tender(Tender tender) {
        return write(STORED, tender);
    }

    /** What a tender says, without where it was read. */
    static String content(Tender tender) {
        return write(SAID, tender);
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
        return write(WRITER, value);
    }

    private static String write(ObjectWriter writer, Object value) {
        try {
            return writer.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a record of the domain can't be written as JSON", e);
        }
    }
}
