package io.tenderhub.tender;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Builds a {@link Tender}; what is not set is absent. A null text or value is taken as absent. */
public final class TenderBuilder {
    private final String ocid;
    private final Instant releaseDate;
    private String id;
    private Optional<String> title = Optional.empty();
    private Optional<String> description = Optional.empty();
    private Optional<TenderStatus> status = Optional.empty();
    private Optional<Organisation> buyer = Optional.empty();
    private Optional<Organisation> procuringEntity = Optional.empty();
    private Optional<Money> value = Optional.empty();
    private Optional<String> procurementMethod = Optional.empty();
    private Optional<String> procurementMethodDetails = Optional.empty();
    private Optional<String> category = Optional.empty();
    private List<String> additionalCategories = List.of();
    private List<Item> items = List.of();
    private Optional<String> province = Optional.empty();
    private Optional<String> deliveryLocation = Optional.empty();
    private Period tenderPeriod = Period.UNKNOWN;
    private Optional<Briefing> briefing = Optional.empty();
    private List<TenderDocument> documents = List.of();
    private Optional<Contact> contact = Optional.empty();
    private Optional<String> specialConditions = Optional.empty();
    private Optional<String> language = Optional.empty();
    private List<Award> awards = List.of();
    private Source source = new Source("memory", "", Source.Format.OCDS);
    private List<Warning> warnings = List.of();
    private String raw = "{}";

    TenderBuilder(String ocid, Instant releaseDate) {
        this.ocid = ocid;
        this.releaseDate = releaseDate;
        this.id = ocid;
    }

    public TenderBuilder id(String value) {
        this.id = value;
        return this;
    }

    public TenderBuilder title(@Nullable String value) {
        this.title = Optional.ofNullable(value);
        return this;
    }

    public TenderBuilder description(@Nullable String value) {
        this.description = Optional.ofNullable(value);
        return this;
    }

    public TenderBuilder status(@Nullable TenderStatus value) {
        this.status = Optional.ofNullable(value);
        return this;
    }

    public TenderBuilder buyer(@Nullable Organisation value) {
        this.buyer = Optional.ofNullable(value);
        return this;
    }

    public TenderBuilder procuringEntity(@Nullable Organisation value) {
        this.procuringEntity = Optional.ofNullable(value);
        return this;
    }

    public TenderBuilder value(@Nullable Money value) {
        this.value = Optional.ofNullable(value);
        return this;
    }

    public TenderBuilder procurementMethod(@Nullable String value) {
        this.procurementMethod = Optional.ofNullable(value);
        return this;
    }

    public TenderBuilder procurementMethodDetails(@Nullable String value) {
        this.procurementMethodDetails = Optional.ofNullable(value);
        return this;
    }

    public TenderBuilder category(@Nullable String value) {
        this.category = Optional.ofNullable(value);
        return this;
    }

    public TenderBuilder additionalCategories(List<String> value) {
        this.additionalCategories = value;
        return this;
    }

    public TenderBuilder items(List<Item> value) {
        this.items = value;
        return this;
    }

    public TenderBuilder province(@Nullable String value) {
        this.province = Optional.ofNullable(value);
        return this;
    }

    public TenderBuilder deliveryLocation(@Nullable String value) {
        this.deliveryLocation = Optional.ofNullable(value);
        return this;
    }

    public TenderBuilder tenderPeriod(Period value) {
        this.tenderPeriod = value;
        return this;
    }

    public TenderBuilder briefing(@Nullable Briefing value) {
        this.briefing = Optional.ofNullable(value);
        return this;
    }

    public TenderBuilder documents(List<TenderDocument> value) {
        this.documents = value;
        return this;
    }

    public TenderBuilder contact(@Nullable Contact value) {
        this.contact = Optional.ofNullable(value);
        return this;
    }

    public TenderBuilder specialConditions(@Nullable String value) {
        this.specialConditions = Optional.ofNullable(value);
        return this;
    }

    public TenderBuilder language(@Nullable String value) {
        this.language = Optional.ofNullable(value);
        return this;
    }

    public TenderBuilder awards(List<Award> value) {
        this.awards = value;
        return this;
    }

    public TenderBuilder source(Source value) {
        this.source = value;
        return this;
    }

    public TenderBuilder warnings(List<Warning> value) {
        this.warnings = value;
        return this;
    }

    public TenderBuilder raw(String value) {
        this.raw = value;
        return this;
    }

    public Tender build() {
        return new Tender(
                ocid,
                id,
                title,
                description,
                status,
                buyer,
                procuringEntity,
                value,
                procurementMethod,
                procurementMethodDetails,
                category,
                additionalCategories,
                items,
                province,
                deliveryLocation,
                tenderPeriod,
                briefing,
                documents,
                contact,
                specialConditions,
                language,
                awards,
                releaseDate,
                source,
                warnings,
                raw);
    }
}
