package io.tenderhub.feeds;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tenderhub.feeds.etenders.EtendersListingMapper;
import io.tenderhub.feeds.ocds.OcdsTenderMapper;
import io.tenderhub.tender.Source;
import io.tenderhub.tender.Tender;
import io.tenderhub.tender.Warning;
import java.util.List;
import java.util.Map;

/** Everything that a tender keeps, with its warnings. */
final class PublishedMapping implements TenderMapping {
    private final OcdsTenderMapper ocds = new OcdsTenderMapper();
    private final EtendersListingMapper listings = new EtendersListingMapper();

    @Override
    public Tender release(ObjectNode release, Source source, List<Warning> warnings) {
        return ocds.map(release, source, warnings);
    }

    @Override
    public Tender portalRow(ObjectNode row, Source source, List<Warning> warnings) {
        return listings.fromJson(row, source, warnings);
    }

    @Override
    public Tender csvRow(Map<String, String> row, Source source, List<Warning> warnings) {
        return listings.fromCsv(row, source, warnings);
    }
}
