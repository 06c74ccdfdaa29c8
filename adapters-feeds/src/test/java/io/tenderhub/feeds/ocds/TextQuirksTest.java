package io.tenderhub.feeds.ocds;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenderhub.tender.Tender;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TextQuirksTest {
    @Test
    void flagsATitleThatIsOnlyAReference() {
        Tender tender = Mapped.withTender("'title':'CPTC003/25','description':'Boreholes'");

        assertThat(tender.heading()).isEqualTo("Boreholes");
        assertThat(Mapped.warnings(tender)).containsExactly("TITLE_IS_REFERENCE tender.title");
    }

    @Test
    void treatsEmptyAndBlankTextsAsAbsent() {
        Tender tender = Mapped.withTender("'description':'','mainProcurementCategory':' \\u00a0\\t'");

        assertThat(tender.description()).isEmpty();
        assertThat(tender.category()).isEmpty();
        assertThat(Mapped.warnings(tender))
                .containsExactly("EMPTY_TEXT tender.description", "EMPTY_TEXT tender.mainProcurementCategory");
    }

    @Test
    void trimsBlanksAndMakesLineBreaksOrdinaryOnes() {
        Tender tender = Mapped.withTender("'title':' School roofs\\r\\n','description':'one\\r\\ntwo\\rthree\\nfour'");

        assertThat(tender.title()).contains("School roofs");
        assertThat(tender.description()).contains("one\ntwo\nthree\nfour");
        assertThat(Mapped.warnings(tender))
                .containsExactly("BLANKS_TRIMMED tender.title", "BLANKS_TRIMMED tender.description");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "<p>One</p><p>Two</p>|One\\n\\nTwo",
                "One<br/>Two<BR>Three|One\\nTwo\\nThree",
                "<b>Bold</b> and <a href=https://x.example/a>a link</a>|Bold and a link",
                "<ul><li>a</li><li>b</li></ul>|- a\\n- b",
                "<table><tr><td>a</td><td>b</td></tr></table>|a b",
                "Fish &amp; chips&nbsp;&#8211; &lt;5 kg|Fish & chips – <5 kg",
                "&lt;p&gt;Escaped&lt;/p&gt;|Escaped",
                "<!-- hidden -->Shown|Shown"
            })
    void makesPlainTextOfHtml(String published, String plain) {
        Tender tender = Mapped.withTender("'description':'" + published + "'");

        assertThat(tender.description()).contains(plain.replace("\\n", "\n"));
        assertThat(Mapped.warnings(tender)).contains("HTML_IN_TEXT tender.description");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a < b and c > d",
                "<5 years",
                "x <b and c> y",
                "R&D; AT&T &unknownentity;",
                "write to <office@example.org>",
                "<insert name>",
                "5 > 3"
            })
    void leavesWhatOnlyLooksLikeHtml(String published) {
        Tender tender = Mapped.withTender("'description':'" + published + "'");

        assertThat(tender.description()).contains(published);
        assertThat(tender.warnings()).isEmpty();
    }

    @Test
    void takesControlCharactersOutOfTextsAndRawJson() {
        Tender tender =
                Mapped.withTender("'title':'Schools\\u0000 \\u0002roofs','internal':{'no\\u0007te':'x\\u0000\\ty'}");

        assertThat(tender.title()).contains("Schools roofs");
        assertThat(tender.raw()).doesNotContain("\\u0000").contains("Schools roofs", "\"note\":\"x\\ty\"");
        assertThat(Mapped.warnings(tender))
                .containsExactly("CONTROL_CHARACTERS tender.title", "CONTROL_CHARACTERS tender.internal.note");
    }

    @Test
    void replacesHalvesOfSurrogatePairsAndKeepsWholeOnes() {
        Tender tender = Mapped.withTender("'title':'Roofs \\ud83c\\udfeb and \\ud83c'");

        assertThat(tender.title()).contains("Roofs \ud83c\udfeb and \ufffd");
        assertThat(tender.raw()).contains("\ud83c\udfeb and \ufffd");
    }

    @ParameterizedTest
    @ValueSource(strings = {"N/A", "n/a", "None", "NONE", "-", "NIL", "000-000-0000", "Not Applicable"})
    void treatsWordsForNothingAsAbsent(String nothing) {
        Tender tender = Mapped.withTender("'specialConditions':'" + nothing + "'");

        assertThat(tender.specialConditions()).isEmpty();
        assertThat(Mapped.warnings(tender)).containsExactly("PLACEHOLDER_TEXT tender.specialConditions");
    }

    @Test
    void saysTheSameOfOneFieldOnlyOnce() {
        Tender tender = Mapped.with("'parties':[{'id':' 7','name':'A ','roles':['buyer','procuringEntity']}]");

        assertThat(Mapped.warnings(tender)).doesNotHaveDuplicates();
    }

    @Test
    void staysQuietAboutFieldsItDoesNotRead() {
        assertThat(Mapped.withTender("'rationale':'','milestones':[{'title':' x '}]")
                        .warnings())
                .isEmpty();
    }
}
