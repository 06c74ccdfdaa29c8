package io.tenderhub.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenderhub.summary.Digest;
import io.tenderhub.summary.Summarizer;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What every {@link Summarizer} keeps, whatever makes its sentences. */
public abstract class SummarizerContract {
    private static final Pattern NUMBER = Pattern.compile("\\d+");
    private static final String HEADING = "Repairs to the roof of the clinic";
    private static final String TEXT = """
            The Department invites bids for repairs to the roof of the clinic in Ward 22. The works take 6 months and
            include 450 square metres of sheeting. A compulsory briefing is held on 12 March 2026 at 10:00. Bids close on
            27 March 2026. The 80/20 preference point system applies. Late bids are not accepted. Enquiries in writing only.
            """;

    protected abstract Summarizer summarizer();

    @Test
    void keepsToItsBounds() {
        Digest digest = summarizer().summarize(HEADING, TEXT.repeat(30));

        assertThat(digest.text().split("\\s+")).hasSizeLessThanOrEqualTo(120);
        assertThat(digest.keyPoints()).hasSizeLessThanOrEqualTo(7);
        assertThat(digest.text()).isNotBlank();
    }

    @Test
    void saysNoNumberThatItsSourceDoesNot() {
        Digest digest = summarizer().summarize(HEADING, TEXT);

        assertThat(numbers(HEADING + " " + TEXT))
                .containsAll(numbers(digest.text() + " " + String.join(" ", digest.keyPoints())));
    }

    @Test
    void namesWhatMadeIt() {
        assertThat(summarizer().summarize(HEADING, TEXT).model()).isNotBlank();
    }

    @Test
    void takesEmptyTexts() {
        assertThat(summarizer().summarize("", "").text()).isEmpty();
        assertThat(summarizer().summarize("", "").keyPoints()).isEmpty();
        assertThat(numbers(HEADING))
                .containsAll(numbers(summarizer().summarize(HEADING, "").text()));
    }

    private static Set<String> numbers(String text) {
        Set<String> numbers = new TreeSet<>();
        Matcher matcher = NUMBER.matcher(text);
        while (matcher.find()) {
            numbers.add(matcher.group());
        }
        return numbers;
    }
}
