package io.tenderhub.feeds;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tenderhub.ingestion.Reject;
import io.tenderhub.tender.Source;
import io.tenderhub.tender.Warning;
import java.util.List;
import java.util.Map;

/** Receives what reading finds that is no release, in input order. */
interface OtherRecordSink {

    /** A row of the portal's search JSON. */
    void portalRow(ObjectNode row, Source source, List<Warning> warnings);

    /** A row of the portal's CSV, by column name. */
    void csvRow(Map<String, String> row, Source source, List<Warning> warnings);

    void reject(Reject reject);
}
