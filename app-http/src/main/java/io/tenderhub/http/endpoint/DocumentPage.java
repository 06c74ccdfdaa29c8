package io.tenderhub.http.endpoint;

import io.tenderhub.json.Shape;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;

/** The OpenAPI document, and a page (Swagger UI) to read and try it. */
final class DocumentPage {
    private static final String WEBJAR = "/META-INF/resources/webjars/swagger-ui/";
    private static final Map<String, String> TYPES = Map.of(
            "swagger-ui.css", "text/css",
            "swagger-ui-bundle.js", "text/javascript",
            "start.js", "text/javascript");

    /** The page loads its own scripts and asks its own service, and nothing else. */
    private static final String POLICY = "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline';"
            + " img-src 'self' data:; connect-src 'self'; frame-ancestors 'none'";

    private static final Parameter<String> FILE = Parameter.path(
            "file",
            "A part of the page",
            Shape.text().oneOf(TYPES.keySet().stream().sorted().toList()),
            name -> name);

    private DocumentPage() {}

    /** These endpoints, and those that show the document, which describes them all. */
    static List<Endpoint> describing(List<Endpoint> endpoints) {
        List<Endpoint> all = new ArrayList<>(endpoints);
        byte[] page = resource("/io/tenderhub/http/docs/index.html");
        AtomicReference<byte[]> document = new AtomicReference<>(new byte[0]);
        all.add(named(Endpoint.get("/openapi.json"), "describeApi", "The description of this service")
                .answers(200, "An OpenAPI 3.0 document", Shape.map(Shape.any()))
                .handledBy(request -> Reply.bytes(200, Body.JSON, document.get())));
        all.add(named(Endpoint.get("/docs"), "showDocs", "A page to read about the service and to try it")
                .answersText(200, "The page", "text/html")
                .handledBy(request ->
                        Reply.bytes(200, "text/html; charset=utf-8", page).with("Content-Security-Policy", POLICY)));
        all.add(named(Endpoint.get("/docs/{file}"), "showDocsPart", "What the page is made of")
                .takes(FILE)
                .answersText(200, "A style", "text/css")
                .answersText(200, "A script", "text/javascript")
                .handledBy(request -> part(request.get(FILE))));
        document.set(new OpenApiDocument(all).bytes());
        return List.copyOf(all);
    }

    private static EndpointBuilder named(EndpointBuilder endpoint, String id, String summary) {
        return endpoint.id(id).tag("Documentation").summary(summary);
    }

    private static Reply part(String file) {
        String resource =
                file.equals("start.js") ? "/io/tenderhub/http/docs/start.js" : WEBJAR + version() + "/" + file;
        return Reply.bytes(200, TYPES.get(file) + "; charset=utf-8", resource(resource));
    }

    private static String version() {
        String properties =
                new String(resource("/META-INF/maven/org.webjars/swagger-ui/pom.properties"), StandardCharsets.UTF_8);
        return properties
                .lines()
                .filter(line -> line.startsWith("version="))
                .findFirst()
                .orElseThrow()
                .substring("version=".length())
                .strip();
    }

    private static byte[] resource(String name) {
        try (InputStream in = DocumentPage.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException(name + " is missing in the program");
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
