package io.tenderhub.cli;

import io.tenderhub.bootstrap.TenderHub;
import io.tenderhub.json.Csv;
import io.tenderhub.json.JsonText;
import io.tenderhub.json.JsonWriting;
import io.tenderhub.json.Sheet;
import java.util.Locale;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** How rows are printed, and where they come from. */
final class SheetOptions {
    private static final int WIDEST = 80;

    @Option(names = "--format", paramLabel = "FORMAT", description = "table, csv or json (default: table).")
    private Format format = Format.TABLE;

    @Mixin
    private StoreOptions stores;

    TenderHub open() {
        return TenderHub.start(stores.configuration().forOneCommand());
    }

    void print(Terminal terminal, Sheet sheet, JsonWriting json) {
        switch (format) {
            case TABLE -> table(sheet).lines().forEach(terminal::print);
            case CSV -> Csv.lines(sheet).forEach(terminal::print);
            case JSON -> terminal.print(JsonText.pretty(json));
        }
    }

    private static TextTable table(Sheet sheet) {
        TextTable table = new TextTable(sheet.columns().stream()
                .map(column -> column.toUpperCase(Locale.ROOT))
                .toArray(String[]::new));
        sheet.rows()
                .forEach(row -> table.row(row.stream()
                        .map(cell -> cell.text().isEmpty() ? "-" : TextTable.cut(cell.text(), WIDEST))
                        .toArray(String[]::new)));
        return table;
    }

    private enum Format {
        TABLE,
        CSV,
        JSON
    }
}
