package io.tenderhub.feeds.ocds;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tenderhub.tender.Source;
import io.tenderhub.tender.Tender;
import io.tenderhub.tender.Warning;
import java.util.List;
import java.util.stream.Collectors;

/** Releases written in the tests, with single quotes for double ones. */
final class Mapped {
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(JsonReadFeature.ALLOW_SINGLE_QUOTES)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();
    static final Source SOURCE = new Source("in", "line 1", Source.Format.OCDS);

    private Mapped() {}

    static ObjectNode json(String text) {
        try {
            return (ObjectNode) JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }

    static Tender release(String text) {
        return new OcdsTenderMapper().map(json(text), SOURCE, List.of());
    }

    /** A sound release with these fields besides; a field given here replaces the sound one. */
    static Tender with(String fields) {
        return release(sound("ocds-x-1", fields));
    }

    static String sound(String ocid, String fields) {
        ObjectNode sound = json("{'ocid':'" + ocid + "','id':'1','date':'2024-05-06T07:08:09Z','tag':['tender'],"
                + "'tender':{'id':'t','title':'School roofs'}}");
        sound.setAll(json("{" + fields + "}"));
        return sound.toString();
    }

    static Tender withTender(String fields) {
        ObjectNode tender = json("{'id':'t','title':'School roofs'}");
        tender.setAll(json("{" + fields + "}"));
        return with("'tender':" + tender);
    }

    /** {@code code path} of each warning. */
    static List<String> warnings(Tender tender) {
        return tender.warnings().stream().map(Mapped::brief).collect(Collectors.toList());
    }

    private static String brief(Warning warning) {
        return warning.code() + " " + warning.path();
    }
}
