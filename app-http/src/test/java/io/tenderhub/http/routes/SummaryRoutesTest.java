package io.tenderhub.http.routes;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.tenderhub.http.Client;
import io.tenderhub.http.Served;
import io.tenderhub.http.ServedHub;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(Served.class)
class SummaryRoutesTest {
    private static final List<String> NAMES = List.of("/api/v1/summaries", "/api/summary/extract");
    private static final String TEXT = "The school in Soweto needs a new roof. Bids close on 3 March 2026.";
    private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10, 0, 0, 0, 13, 'I', 'H', 'D', 'R'};
    private static final int MOST = 10 * 1024 * 1024;

    private final ServedHub served;

    SummaryRoutesTest(ServedHub served) {
        this.served = served;
    }

    private Client sending(String mediaType) {
        return served.nobody().with("Content-Type", mediaType);
    }

    private static byte[] zip(String name, byte[] content) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry(name));
            zip.write(content);
            zip.closeEntry();
        }
        return bytes.toByteArray();
    }

    /** A PDF of one page with one line. */
    private static byte[] pdf(String line) {
        String stream = "BT /F1 12 Tf 72 720 Td (" + line + ") Tj ET";
        String[] objects = {
            "<< /Type /Catalog /Pages 2 0 R >>",
            "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R"
                    + " /Resources << /Font << /F1 5 0 R >> >> >>",
            "<< /Length " + stream.length() + " >>\nstream\n" + stream + "\nendstream",
            "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"
        };
        StringBuilder pdf = new StringBuilder("%PDF-1.4\n");
        StringBuilder table = new StringBuilder("xref\n0 6\n0000000000 65535 f \n");
        for (int i = 0; i < objects.length; i++) {
            table.append(String.format("%010d 00000 n %n", pdf.length()).replace(System.lineSeparator(), "\n"));
            pdf.append(i + 1).append(" 0 obj\n").append(objects[i]).append("\nendobj\n");
        }
        int at = pdf.length();
        pdf.append(table)
                .append("trailer\n<< /Size 6 /Root 1 0 R >>\nstartxref\n")
                .append(at)
                .append("\n%%EOF\n");
        return pdf.toString().getBytes(StandardCharsets.ISO_8859_1);
    }

    @Test
    void summarisesATextUnderBothNames() {
        for (String path : NAMES) {
            JsonNode summary = served.nobody()
                    .post(path, "{\"heading\": \"Roof\", \"text\": \"" + TEXT + "\"}")
                    .is(200);
            assertThat(summary.get("summary").textValue()).contains("roof");
            assertThat(summary.has("document")).isFalse();
            served.nobody().post(path, "{\"text\": 5, \"words\": 3}").isProblemAt(400, "text", "words");
            served.nobody().post(path, "{\"text\": \" \"}").isProblemAt(400, "text");
            served.nobody().post(path, "[]").isProblemAt(400, "body");
        }
    }

    @Test
    void summarisesDocuments() throws Exception {
        byte[] pdf = pdf(TEXT);

        JsonNode ofPdf = sending("application/pdf")
                .post(NAMES.get(0) + "?name=roof.pdf&heading=Roof", pdf)
                .is(200);
        JsonNode ofZip = sending("application/zip")
                .post(NAMES.get(1), zip("a/roof.pdf", pdf))
                .is(200);
        JsonNode ofText = sending("text/plain; charset=utf-8")
                .post(NAMES.get(0), TEXT.getBytes(StandardCharsets.UTF_8))
                .is(200);
        JsonNode ofBytes =
                sending("application/octet-stream").post(NAMES.get(0), pdf).is(200);

        assertThat(ofPdf.get("document").textValue()).isEqualTo("roof.pdf");
        assertThat(ofPdf.get("summary").textValue()).contains("roof");
        assertThat(ofZip.at("/parts/0/name").textValue()).isEqualTo("a/roof.pdf");
        assertThat(ofText.get("type").textValue()).isEqualTo("text");
        assertThat(ofBytes.get("type").textValue()).isEqualTo("pdf");
    }

    @Test
    void refusesWhatItCanNotReadForTheRightReason() throws Exception {
        String path = NAMES.get(0);

        sending("application/pdf").post(path, PNG).isProblem(415);
        sending("application/octet-stream").post(path + "?name=scan.pdf", PNG).isProblem(415);
        sending("image/png").post(path, PNG).isProblem(415);
        sending("application/zip").post(path, zip("a.png", PNG)).isProblem(415);
        sending("text/plain").post(path, " ".getBytes(StandardCharsets.UTF_8)).isProblem(422);
        sending("application/pdf")
                .post(path, "%PDF-1.4\nnothing more".getBytes(StandardCharsets.UTF_8))
                .isProblem(422);
        byte[] encrypted = new String(pdf(TEXT), StandardCharsets.ISO_8859_1)
                .replace(
                        "/Root 1 0 R",
                        "/Root 1 0 R /ID [<00> <00>] /Encrypt << /Filter /Standard /V 1 /R 2 /P -4" + " /O <"
                                + "1".repeat(64) + "> /U <" + "2".repeat(64) + "> >>")
                .getBytes(StandardCharsets.ISO_8859_1);
        assertThat(sending("application/pdf")
                        .post(path, encrypted)
                        .isProblem(422)
                        .get("type")
                        .textValue())
                .endsWith(":encrypted");
        sending("application/zip")
                .post(path, zip("zeros.txt", new byte[300 * 1024 * 1024]))
                .isProblem(413);
    }

    @Test
    void refusesWhatIsTooLargeAlsoWhereNobodySaysHowLargeItIs() throws Exception {
        byte[] large = new byte[MOST + 1];
        new Random(7).nextBytes(large);
        sending("application/pdf").post(NAMES.get(0), large).isProblem(413);
        sending("text/plain").post(NAMES.get(1), large).isProblem(413);

        HttpResponse<String> chunked = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(served.nobody()
                                        .get("/health/live")
                                        .response()
                                        .uri()
                                        .resolve(NAMES.get(0)))
                                .header("Content-Type", "application/pdf")
                                .POST(HttpRequest.BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(large)))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
        assertThat(chunked.statusCode()).isEqualTo(413);
    }

    @Test
    void hasAPlaceForALargeRequestAgainAfterEachThatWasRefused() {
        String large = "{\"words\": \"" + "x".repeat(300_000) + "\"}";

        for (int i = 0; i < 20; i++) {
            served.nobody().post(NAMES.get(0), large).isProblemAt(400, "text", "words");
        }
    }

    @Test
    void letsNobodyWhoMayNotSendItWaitBehindLargeRequests() throws Exception {
        URI service = served.nobody().get("/health/live").response().uri();
        List<Socket> held = new ArrayList<>();
        try {
            for (int i = 0; i < 8; i++) {
                Socket large = send(
                        service,
                        "POST " + NAMES.get(0) + " HTTP/1.1\r\nHost: x\r\nContent-Length: 1000000\r\n"
                                + "Content-Type: text/plain\r\nExpect: 100-continue\r\n\r\n");
                held.add(large);
                // Said when the body begins to be read.
                assertThat(firstLine(large)).startsWith("HTTP/1.1 100");
            }

            for (String stranger : List.of("POST /api/v1/teams", "POST /nowhere", "GET /health/live")) {
                Socket refused = send(service, stranger + " HTTP/1.1\r\nHost: x\r\nContent-Length: 1000000\r\n\r\n");
                held.add(refused);
                assertThat(firstLine(refused)).as(stranger).doesNotContain("503");
            }
        } finally {
            for (Socket socket : held) {
                socket.close();
            }
        }
    }

    @Test
    void takesABodyThatBreaksOffOrIsPutTogetherWronglyForAMistakeOfTheClient() throws Exception {
        URI service = served.nobody().get("/health/live").response().uri();
        String head = "POST " + NAMES.get(0) + " HTTP/1.1\r\nHost: x\r\nContent-Type: text/plain\r\n";
        try (Socket brokenOff = send(service, head + "Content-Length: 1000\r\n\r\nno more");
                Socket wrong = send(service, head + "Transfer-Encoding: chunked\r\n\r\nnonsense\r\n\r\n")) {
            brokenOff.shutdownOutput();

            assertThat(firstLine(brokenOff)).startsWith("HTTP/1.1 400");
            assertThat(firstLine(wrong)).startsWith("HTTP/1.1 400");
        }
    }

    private static Socket send(URI service, String head) throws IOException {
        Socket socket = new Socket(service.getHost(), service.getPort());
        socket.setSoTimeout(60_000);
        socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
        return socket;
    }

    private static String firstLine(Socket socket) throws IOException {
        return new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII)).readLine();
    }

    @Test
    void showsTheSummaryOfATender() {
        PublishedTenders.publish(served.hub(), 30, "etenders-sum/1/26");

        JsonNode summary =
                served.nobody().get("/api/v1/summaries/etenders-sum%2F1%2F26").is(200);

        assertThat(summary.get("ocid").textValue()).isEqualTo("etenders-sum/1/26");
        assertThat(summary.get("summary").textValue()).isNotEmpty();
        assertThat(summary.at("/facts/closing").textValue()).isNotEmpty();
        served.nobody().get("/api/v1/summaries/ocds-nowhere").isProblem(404);
    }
}
