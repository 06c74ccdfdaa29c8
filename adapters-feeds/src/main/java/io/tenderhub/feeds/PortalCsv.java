package io.tenderhub.feeds;

import io.tenderhub.tender.Source;
import io.tenderhub.tender.Warning;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** Reads the portal's CSV, known by its column names, which may come in any order. Rows are numbered from 1, without the header. */
final class PortalCsv {
    private static final Set<String> KNOWN_BY =
            Set.of("tender number", "tender description", "organ of state", "advertised", "closing", "tender id");
    private static final int ENOUGH = 3;

    private final String source;
    private final RecordSink sink;
    private final RecordClassifier classifier;

    PortalCsv(String source, RecordSink sink, RecordClassifier classifier) {
        this.source = source;
        this.sink = sink;
        this.classifier = classifier;
    }

    /** The character between the columns, if this is the portal's CSV. */
    static Optional<Character> delimiter(OpenedInput input) {
        byte[] head = input.beginning();
        int from = 0;
        while (from < head.length && JsonBytes.isBlank(head[from])) {
            from++;
        }
        int to = from;
        while (to < head.length && head[to] != '\n' && head[to] != '\r') {
            to++;
        }
        String header =
                input.text(Arrays.copyOfRange(head, from, to), to - from).text();
        return List.of(',', ';', '\t').stream()
                .filter(delimiter -> Arrays.stream(header.split(String.valueOf(delimiter)))
                                .map(PortalCsv::known)
                                .filter(KNOWN_BY::contains)
                                .count()
                        >= ENOUGH)
                .findFirst();
    }

    private static String known(String column) {
        return column.replace("\"", "").strip().toLowerCase(Locale.ROOT);
    }

    void read(OpenedInput input, char delimiter) throws IOException {
        CSVFormat format = CSVFormat.DEFAULT
                .builder()
                .setDelimiter(delimiter)
                .setIgnoreEmptyLines(true)
                .setTrailingData(true)
                .setLenientEof(true)
                .get();
        try (LineDecodingReader reader = new LineDecodingReader(input, PublishedJson.LONGEST_TEXT);
                CSVParser parser =
                        CSVParser.builder().setReader(reader).setFormat(format).get()) {
            Iterator<CSVRecord> records = parser.iterator();
            List<String> columns = records.next().stream().map(String::strip).collect(Collectors.toList());
            for (long row = 1; ; row++) {
                reader.startCounting();
                Optional<CSVRecord> record = next(records, "row " + row);
                if (record.isEmpty()) {
                    return;
                }
                row(columns, record.get(), row, reader.warnings());
            }
        }
    }

    private Optional<CSVRecord> next(Iterator<CSVRecord> records, String position) {
        try {
            return records.hasNext() ? Optional.of(records.next()) : Optional.empty();
        } catch (UncheckedIOException e) {
            classifier.reject(position, "can't be read: " + e.getCause().getMessage());
            return Optional.empty();
        }
    }

    private void row(List<String> columns, CSVRecord record, long row, List<Warning> warnings) {
        String position = "row " + row;
        if (record.size() != columns.size()) {
            classifier.reject(position, record.size() + " columns instead of " + columns.size());
            return;
        }
        Map<String, String> values = new LinkedHashMap<>();
        for (int i = 0; i < columns.size(); i++) {
            values.putIfAbsent(columns.get(i), record.get(i));
        }
        sink.csvRow(values, new Source(source, position, Source.Format.ETENDERS_CSV), warnings);
    }
}
