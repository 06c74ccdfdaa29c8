package io.tenderhub.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tenderhub.cidb.CidbClass;
import io.tenderhub.cidb.CidbGrading;
import io.tenderhub.company.CompanyProfile;
import io.tenderhub.company.CompanyProfileBuilder;
import io.tenderhub.company.EnterpriseSize;
import io.tenderhub.failure.FieldProblem;
import io.tenderhub.failure.InvalidInputException;
import io.tenderhub.tender.Contact;
import io.tenderhub.tender.Money;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A company profile. Only {@code name} must be there. A grading is an object ({@code class}, {@code grade}, {@code pe})
 * or a text such as {@code 5GB PE}; money is an object ({@code amount}, {@code currency}) or a number of rand.
 */
public final class ProfileJson {
    private static final Pattern GRADING =
            Pattern.compile("\\s*(\\d{1,4})\\s*([A-Z]{2})(\\s*PE)?\\s*", Pattern.CASE_INSENSITIVE);

    private static final Shape MONEY_GIVEN = Shape.either(
            Shape.number().described("In rand"),
            Shape.input("MoneyGiven")
                    .with("amount", Shape.number().withExample(1250000.5))
                    .maybe(
                            "currency",
                            Shape.text().described("ISO 4217; ZAR if left out").withExample("ZAR")));

    /** As it is sent. */
    public static final ObjectShape INPUT = Shape.input("CompanyProfileInput")
            .with("name", Shape.text().length(1, 300).withExample("Example Builders"))
            .maybe("sectors", texts("construction"))
            .maybe("services", texts("building construction"))
            .maybe("keywords", texts("sanitation"))
            .maybe(
                    "cidb",
                    Shape.list(Shape.either(
                            Shape.text()
                                    .pattern(
                                            "^ *[0-9]{1,4} *[A-Za-z]{2}( *[Pp][Ee])? *$",
                                            "a grading such as 5GB or 5GB PE")
                                    .withExample("5GB PE"),
                            Shape.input("CidbGradingInput")
                                    .with(
                                            "class",
                                            Shape.text()
                                                    .oneOf(Arrays.stream(CidbClass.values())
                                                            .map(CidbClass::name)
                                                            .toList()))
                                    .with("grade", Shape.whole(1, 9))
                                    .maybe("pe", Shape.truth().described("Potentially emerging")))))
            .maybe("bbbeeLevel", Shape.whole(1, 8))
            .maybe(
                    "enterpriseSize",
                    Shape.text()
                            .pattern(
                                    "^ *([Ee][Mm][Ee]|[Qq][Ss][Ee]|[Gg][Ee][Nn][Ee][Rr][Ii][Cc]) *$",
                                    "EME, QSE or GENERIC")
                            .withExample("EME"))
            .maybe("csdRegistered", Shape.truth())
            .maybe("taxCompliant", Shape.truth())
            .maybe("coidaLetter", Shape.truth())
            .maybe("registrations", texts("NHBRC"))
            .maybe("national", Shape.truth().described("Works in all provinces"))
            .maybe("provinces", texts("KwaZulu-Natal"))
            .maybe("yearsOfExperience", Shape.whole(0, 150))
            .maybe("largestContract", MONEY_GIVEN)
            .maybe("annualTurnover", MONEY_GIVEN)
            .maybe("staff", Shape.whole(0, 5_000_000))
            .maybe(
                    "contact",
                    Shape.input("CompanyContactInput")
                            .maybe("name", Shape.text().withExample("Jo Mokoena"))
                            .maybe("email", Shape.text().withExample("jo@example.org"))
                            .maybe("telephone", Shape.text().withExample("031 000 0000")));

    /** As it is answered. */
    public static final ObjectShape SHAPE = Shape.object("CompanyProfile")
            .with("name", Shape.text())
            .with("sectors", Shape.list(Shape.text()))
            .with("services", Shape.list(Shape.text()))
            .with("keywords", Shape.list(Shape.text()))
            .with(
                    "cidb",
                    Shape.list(Shape.object("CidbGrading")
                            .with("class", Shape.text().withExample("GB"))
                            .with("grade", Shape.whole(1, 9))
                            .with("pe", Shape.truth().described("Potentially emerging"))))
            .maybe("bbbeeLevel", Shape.whole(1, 8))
            .maybe("enterpriseSize", Shape.text().oneOf("EME", "QSE", "GENERIC"))
            .with("csdRegistered", Shape.truth())
            .with("taxCompliant", Shape.truth())
            .with("coidaLetter", Shape.truth())
            .with("registrations", Shape.list(Shape.text()))
            .with("national", Shape.truth().described("Works in all provinces"))
            .with("provinces", Shape.list(Shape.text()))
            .maybe("yearsOfExperience", Shape.whole(0, 150))
            .maybe("largestContract", TenderJson.MONEY)
            .maybe("annualTurnover", TenderJson.MONEY)
            .maybe("staff", Shape.whole(0, 5_000_000))
            .maybe(
                    "contact",
                    Shape.object("CompanyContact")
                            .maybe("name", Shape.text())
                            .maybe("email", Shape.text())
                            .maybe("telephone", Shape.text()));

    private ProfileJson() {}

    private static Shape texts(String example) {
        return Shape.list(Shape.text().length(1, 200).withExample(example));
    }

    /**
     * @param name what is read, such as {@code profile company.json}; stands in front of every problem
     * @param in UTF-8, UTF-16 or UTF-32; not closed
     * @throws InvalidInputException if it is no valid profile, naming every problem by path, or broken JSON by line, or if it can't be read
     */
    public static CompanyProfile read(String name, InputStream in) {
        return read(name, GivenJson.read(name, in));
    }

    /** As {@link #read(String, InputStream)}. */
    public static CompanyProfile read(String name, Reader in) {
        return read(name, GivenJson.read(name, in));
    }

    /**
     * One profile a line; empty lines are passed over.
     *
     * @param name of the file, as with {@link #read(String, InputStream)}; the line is told besides
     * @throws InvalidInputException for the first line that is no valid profile
     * @throws IOException if it can't be read
     */
    public static List<CompanyProfile> readLines(String name, BufferedReader in) throws IOException {
        List<CompanyProfile> profiles = new ArrayList<>();
        int number = 0;
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            number++;
            String text = number == 1 && line.startsWith("\uFEFF") ? line.substring(1) : line;
            if (!text.isBlank()) {
                profiles.add(read(name + " line " + number, GivenJson.readLine(name, number, text)));
            }
        }
        return List.copyOf(profiles);
    }

    /** A profile that stands inside a larger document. */
    public static CompanyProfile read(String name, ObjectNode object) {
        List<FieldProblem> problems = new ArrayList<>();
        CompanyProfileBuilder builder = builder(new JsonFields(object, "", problems));
        // What is of the wrong type can't be judged further.
        builder.problems().stream()
                .filter(problem ->
                        problems.stream().noneMatch(known -> problem.path().startsWith(known.path())))
                .toList()
                .forEach(problems::add);
        if (!problems.isEmpty()) {
            throw new InvalidInputException(name, problems);
        }
        return builder.build();
    }

    /** Indented JSON text. */
    public static String write(CompanyProfile profile) {
        return JsonText.pretty(json -> write(json, profile));
    }

    public static void write(JsonGenerator json, CompanyProfile profile) throws IOException {
        json.writeStartObject();
        json.writeStringField("name", profile.name());
        texts(json, "sectors", profile.sectors());
        texts(json, "services", profile.services());
        texts(json, "keywords", profile.keywords());
        json.writeArrayFieldStart("cidb");
        for (CidbGrading grading : profile.cidb()) {
            json.writeStartObject();
            json.writeStringField("class", grading.grade().cidbClass().name());
            json.writeNumberField("grade", grading.grade().grade());
            json.writeBooleanField("pe", grading.potentiallyEmerging());
            json.writeEndObject();
        }
        json.writeEndArray();
        JsonText.number(json, "bbbeeLevel", profile.bbbeeLevel());
        JsonText.printed(json, "enterpriseSize", profile.enterpriseSize());
        json.writeBooleanField("csdRegistered", profile.csdRegistered());
        json.writeBooleanField("taxCompliant", profile.taxCompliant());
        json.writeBooleanField("coidaLetter", profile.coidaLetter());
        texts(json, "registrations", new TreeSet<>(profile.registrations()));
        json.writeBooleanField("national", profile.coverage().national());
        texts(json, "provinces", new TreeSet<>(profile.coverage().provinces()));
        JsonText.number(json, "yearsOfExperience", profile.yearsOfExperience());
        money(json, "largestContract", profile.largestContract());
        money(json, "annualTurnover", profile.annualTurnover());
        JsonText.number(json, "staff", profile.staff());
        if (profile.contact().isPresent()) {
            Contact contact = profile.contact().get();
            json.writeObjectFieldStart("contact");
            JsonText.text(json, "name", contact.name());
            JsonText.text(json, "email", contact.email());
            JsonText.text(json, "telephone", contact.telephone());
            json.writeEndObject();
        }
        json.writeEndObject();
    }

    private static CompanyProfileBuilder builder(JsonFields fields) {
        CompanyProfileBuilder builder = CompanyProfile.builder()
                .name(fields.text("name").orElse(null))
                .sectors(fields.texts("sectors"))
                .services(fields.texts("services"))
                .keywords(fields.texts("keywords"))
                .bbbeeLevel(fields.integer("bbbeeLevel").orElse(null))
                .enterpriseSize(size(fields).orElse(null))
                .csdRegistered(fields.flag("csdRegistered"))
                .taxCompliant(fields.flag("taxCompliant"))
                .coidaLetter(fields.flag("coidaLetter"))
                .registrations(fields.texts("registrations"))
                .national(fields.flag("national"))
                .provinces(fields.texts("provinces"))
                .yearsOfExperience(fields.integer("yearsOfExperience").orElse(null))
                .staff(fields.integer("staff").orElse(null))
                .contact(contact(fields).orElse(null));
        gradings(fields, builder);
        money(fields, "largestContract", builder::largestContract);
        money(fields, "annualTurnover", builder::annualTurnover);
        fields.end();
        return builder;
    }

    private static Optional<EnterpriseSize> size(JsonFields fields) {
        Optional<String> text = fields.text("enterpriseSize");
        Optional<EnterpriseSize> size = text.flatMap(given -> Arrays.stream(EnterpriseSize.values())
                .filter(known -> known.name().equalsIgnoreCase(given.strip()))
                .findFirst());
        if (text.isPresent() && size.isEmpty()) {
            fields.problem("enterpriseSize", "must be EME, QSE or GENERIC, not " + text.get());
        }
        return size;
    }

    private static void gradings(JsonFields fields, CompanyProfileBuilder builder) {
        List<JsonNode> list = fields.list("cidb");
        for (int i = 0; i < list.size(); i++) {
            String path = "cidb[" + i + "]";
            JsonNode node = list.get(i);
            if (node.isTextual()) {
                Matcher matcher = GRADING.matcher(node.textValue());
                if (matcher.matches()) {
                    builder.cidb(matcher.group(2), Integer.parseInt(matcher.group(1)), matcher.group(3) != null);
                } else {
                    fields.problem(path, "must look like 5GB or 5GB PE, not " + node.textValue());
                    builder.cidb("?", 1, false);
                }
            } else if (node instanceof ObjectNode object) {
                grading(fields.at(object, path), builder);
            } else {
                fields.problem(path, "must be an object or a text such as 5GB, not " + GivenJson.kind(node));
                builder.cidb("?", 1, false);
            }
        }
    }

    private static void grading(JsonFields fields, CompanyProfileBuilder builder) {
        builder.cidb(
                fields.required("class", fields.text("class")).orElse("?"),
                fields.required("grade", fields.integer("grade")).orElse(1),
                fields.flag("pe"));
        fields.end();
    }

    private static void money(JsonFields fields, String field, BiConsumer<BigDecimal, String> setter) {
        Optional<JsonNode> given = fields.any(field);
        if (given.isEmpty()) {
            return;
        }
        JsonNode node = given.get();
        if (node.isNumber()) {
            setter.accept(node.decimalValue(), "ZAR");
        } else if (node instanceof ObjectNode object) {
            JsonFields money = fields.at(object, field);
            Optional<BigDecimal> amount = money.required("amount", money.decimal("amount"));
            String currency = money.text("currency").orElse("ZAR").strip().toUpperCase(Locale.ROOT);
            money.end();
            amount.ifPresent(value -> setter.accept(value, currency));
        } else {
            fields.problem(field, "must be a number of rand or an object, not " + GivenJson.kind(node));
        }
    }

    private static Optional<Contact> contact(JsonFields fields) {
        return fields.object("contact").map(contact -> {
            Contact read = new Contact(
                    contact.text("name").map(String::strip),
                    contact.text("email").map(String::strip),
                    contact.text("telephone").map(String::strip));
            contact.end();
            return read;
        });
    }

    private static void texts(JsonGenerator json, String field, Collection<String> texts) throws IOException {
        json.writeArrayFieldStart(field);
        for (String text : texts) {
            json.writeString(text);
        }
        json.writeEndArray();
    }

    private static void money(JsonGenerator json, String field, Optional<Money> money) throws IOException {
        if (money.isPresent()) {
            json.writeObjectFieldStart(field);
            json.writeNumberField("amount", money.get().amount());
            json.writeStringField("currency", money.get().currency());
            json.writeEndObject();
        }
    }
}
