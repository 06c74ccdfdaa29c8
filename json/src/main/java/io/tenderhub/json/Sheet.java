package io.tenderhub.json;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Rows of the same columns, to be shown as a table or written as a file.
 *
 * @param rows each with a cell for each column
 */
public record Sheet(List<String> columns, List<List<Cell>> rows) {

    public Sheet {
        columns = List.copyOf(columns);
        rows = rows.stream().map(List::copyOf).toList();
        for (List<Cell> row : rows) {
            if (row.size() != columns.size()) {
                throw new IllegalArgumentException("a row has " + columns.size() + " cells, not " + row.size());
            }
        }
    }

    /**
     * What stands in one place.
     *
     * @param text empty where there is nothing
     */
    public record Cell(String text, boolean isNumber) {
        public Cell {
            requireNonNull(text);
        }
    }

    static List<Cell> row(Cell... cells) {
        return Arrays.asList(cells);
    }

    static Cell of(String text) {
        return new Cell(text, false);
    }

    static Cell of(Optional<String> text) {
        return of(text.orElse(""));
    }

    static Cell of(long number) {
        return new Cell(Long.toString(number), true);
    }

    /** In plain digits. */
    static Cell of(BigDecimal number) {
        return new Cell(number.toPlainString(), true);
    }

    static Cell ofNumber(Optional<BigDecimal> number) {
        return number.map(Sheet::of).orElseGet(() -> of(""));
    }
}
