package io.tenderhub.cli;

import static io.tenderhub.contract.SampleDocuments.docx;
import static io.tenderhub.contract.SampleDocuments.pdf;
import static io.tenderhub.contract.SampleDocuments.utf8;
import static io.tenderhub.contract.SampleDocuments.zip;
import static org.assertj.core.api.Assertions.assertThat;

import io.tenderhub.contract.SampleDocuments;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SummarizeCommandTest {
    @TempDir
    private Path folder;

    @Test
    void documentsAreSummarisedInTheirOrderAndThoseThatCannotBeReadAreRejects() throws IOException {
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put("notice.docx", docx("Bids close on 27 March 2026."));
        files.put("plan.dwg", utf8("drawing"));
        String archive = written("bid.zip", zip(files));
        String scan = written("scan.pdf", SampleDocuments.PNG);
        String text = written("notes.txt", utf8("A compulsory briefing is held on 12 March 2026."));

        Ran ran = Ran.tenderhub(
                "summarize", archive, scan, text, folder.resolve("none.pdf").toString());

        assertThat(ran.code()).isEqualTo(ExitCode.SOME_REJECTED.code());
        assertThat(ran.out())
                .containsSubsequence("bid.zip", "Bids close on 27 March 2026.", "notes.txt", "A compulsory briefing");
        assertThat(ran.errLines())
                .containsExactly(
                        "skipped: " + archive + ", plan.dwg: files of its kind are not read",
                        "rejected: " + scan + ": its name ends in .pdf, but it is a PNG image",
                        "rejected: " + folder.resolve("none.pdf") + ": there is no such file",
                        "summarised 2 documents, 2 rejected");
    }

    @Test
    void aDocumentAsAJsonLineTellsWhatWasRead() throws IOException {
        Ran ran =
                Ran.tenderhub("summarize", "--format", "jsonl", written("a.pdf", pdf("Bids close on 27 March 2026.")));

        assertThat(ran.code()).isZero();
        assertThat(ran.outLines())
                .containsExactly(
                        "{\"document\":\"a.pdf\",\"type\":\"pdf\",\"summary\":\"Bids close on 27 March 2026.\","
                                + "\"keyPoints\":[\"Bids close on 27 March 2026.\"],\"model\":\"extractive-1\",\"truncated\":false,"
                                + "\"parts\":[{\"name\":\"a.pdf\",\"type\":\"pdf\",\"pages\":1,\"letters\":28,\"truncated\":false}],"
                                + "\"skipped\":[]}");
    }

    @Test
    void whereNothingCouldBeReadTheExitCodeSaysIt() throws IOException {
        assertThat(Ran.tenderhub("summarize", written("scan.pdf", SampleDocuments.PNG))
                        .code())
                .isEqualTo(ExitCode.NOTHING_READ.code());
    }

    @Test
    void documentsAndTendersAreTwoCalls() throws IOException {
        Ran ran = Ran.tenderhub("summarize", written("a.txt", utf8("text")), "tenders.jsonl");

        assertThat(ran.code()).isEqualTo(ExitCode.USAGE.code());
        assertThat(ran.err()).contains("in one call");
    }

    private String written(String name, byte[] content) throws IOException {
        return Files.write(folder.resolve(name), content).toString();
    }
}
