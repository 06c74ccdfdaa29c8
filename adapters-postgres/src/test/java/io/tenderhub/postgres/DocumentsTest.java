package io.tenderhub.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.tenderhub.contract.SampleTenders;
import io.tenderhub.tender.Money;
import io.tenderhub.tender.Source;
import io.tenderhub.tender.Tender;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The hash of what a tender says is kept: written otherwise, everything in a database would seem to have changed. */
class DocumentsTest {
    /** How documents were made before, by way of a tree. */
    private static final JsonMapper TREES = JsonMapper.builder(JsonFactory.builder()
                    .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
                    .build())
            .addModule(new Jdk8Module())
            .addModule(new JavaTimeModule())
            .visibility(PropertyAccessor.IS_GETTER, JsonAutoDetect.Visibility.NONE)
            .enable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    static List<Tender> tenders() {
        List<Tender> tenders = new ArrayList<>();
        tenders.add(SampleTenders.full("full"));
        tenders.add(SampleTenders.release("release", 1));
        for (String amount :
                List.of("100", "100.00", "1E+5", "0.10", "12345678901234567890.12345678900", "1e-7", "2E+40")) {
            tenders.add(SampleTenders.tender("amount")
                    .value(new Money(new BigDecimal(amount), "ZAR"))
                    .build());
        }
        Random random = new Random(1);
        for (int n = 0; n < 50; n++) {
            StringBuilder text = new StringBuilder();
            // Whatever a char can be, halves of characters too.
            random.ints(40).forEach(c -> text.append((char) (c % 3 == 0 ? c : c & 0x7f)));
            tenders.add(SampleTenders.tender("text")
                    .description(text.toString())
                    .source(new Source(text.reverse().toString(), "line 1", Source.Format.OCDS))
                    .build());
        }
        return tenders;
    }

    @ParameterizedTest
    @MethodSource("tenders")
    void writesATenderToTheByteAsByWayOfATree(Tender tender) throws Exception {
        ObjectNode tree = TREES.valueToTree(tender);
        tree.remove("raw");

        assertThat(Documents.tender(tender)).isEqualTo(TREES.writeValueAsString(tree));
        tree.remove("source");
        assertThat(Documents.content(tender)).isEqualTo(TREES.writeValueAsString(tree));
    }
}
