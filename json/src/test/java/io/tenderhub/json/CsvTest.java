package io.tenderhub.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CsvTest {

    @Test
    void quotesWhatHoldsACommaAQuoteOrALineBreak() {
        assertThat(Csv.line("plain", "a,b", "say \"it\"", "two\r\nlines", ""))
                .isEqualTo("plain,\"a,b\",\"say \"\"it\"\"\",\"two\r\nlines\",");
    }

    @Test
    void leadsWhatASpreadsheetWouldRunByAnApostrophe() {
        assertThat(Csv.line("=1+1", "+27", "-1", "@SUM(A1)", "\t=1", "a=b"))
                .isEqualTo("'=1+1,'+27,'-1,'@SUM(A1),'\t=1,a=b");
        assertThat(Csv.line("=HYPERLINK(\"x\",\"y\")")).isEqualTo("\"'=HYPERLINK(\"\"x\"\",\"\"y\"\")\"");
    }

    @Test
    void writesASheetInUtf8WithAHeadAndLeavesNumbersAsTheyAre() {
        Sheet sheet = new Sheet(
                List.of("name", "amount"),
                List.of(
                        Sheet.row(Sheet.of("Município – 工事"), Sheet.of(new BigDecimal("-1E+3"))),
                        Sheet.row(Sheet.of(Optional.empty()), Sheet.ofNumber(Optional.empty()))));

        assertThat(new String(Csv.bytes(sheet), StandardCharsets.UTF_8))
                .isEqualTo("name,amount\r\nMunicípio – 工事,-1000\r\n,\r\n");
    }

    @Test
    void aRowHasACellForEachColumn() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Sheet(List.of("a", "b"), List.of(Sheet.row(Sheet.of(1)))));
    }
}
