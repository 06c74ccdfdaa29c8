package io.tenderhub.feeds;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tenderhub.tender.Source;
import io.tenderhub.tender.Warning;
import java.time.Instant;
import java.util.List;

/**
 * A release as published, with what grouping and ordering need.
 *
 * @param warnings about how it was read
 */
record PublishedRelease(String ocid, Instant date, ObjectNode json, Source source, List<Warning> warnings) {}
