package io.tenderhub.feeds;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tenderhub.feeds.published.UnreadableRecordException;
import io.tenderhub.tender.Source;
import io.tenderhub.tender.Tender;
import io.tenderhub.tender.Warning;
import java.util.List;
import java.util.Map;

/** Makes tenders of what was read. Each method throws {@link UnreadableRecordException} for what can't be one. */
interface TenderMapping {

    Tender release(ObjectNode release, Source source, List<Warning> warnings);

    Tender portalRow(ObjectNode row, Source source, List<Warning> warnings);

    Tender csvRow(Map<String, String> row, Source source, List<Warning> warnings);
}
