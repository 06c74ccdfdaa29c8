package io.tenderhub.postgres;

import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/**
 * Copies rows into a table of texts, in the binary format (PostgreSQL manual, "COPY"), in which a text is its bytes and nothing has
 * to be quoted. A few rows are in memory in that form, not all.
 */
final class StagedTenders {
    private static final int SENT_AT_ONCE = 1 << 16;
    private static final int NULL = -1;
    private static final short END = -1;
    private static final byte[] HEADER = {
        'P', 'G', 'C', 'O', 'P', 'Y', '\n', (byte) 0xff, '\r', '\n', 0, 0, 0, 0, 0, 0, 0, 0, 0
    };
    private byte[] bytes = new byte[2 * SENT_AT_ONCE];
    private int length;

    /** With their positions, from 0, as the last column. */
    static void copy(Handle handle, String sql, List<TenderRow> rows) {
        // Never run, but what a failure is told with.
        try (Query told = handle.createQuery(sql)) {
            try {
                CopyIn copy = handle.getConnection()
                        .unwrap(PGConnection.class)
                        .getCopyAPI()
                        .copyIn(sql);
                try {
                    new StagedTenders().write(rows, copy);
                    copy.endCopy();
                } finally {
                    if (copy.isActive()) {
                        copy.cancelCopy();
                    }
                }
            } catch (SQLException e) {
                throw new UnableToExecuteStatementException(e, told.getContext());
            }
        }
    }

    private void write(List<TenderRow> rows, CopyIn copy) throws SQLException {
        add(HEADER);
        for (int position = 0; position < rows.size(); position++) {
            addShort((short) (TenderSql.INPUTS.size() + 1));
            for (TenderSql.Input input : TenderSql.INPUTS) {
                addText(input.text().apply(rows.get(position)));
            }
            addInt(Integer.BYTES);
            addInt(position);
            if (length >= SENT_AT_ONCE) {
                send(copy);
            }
        }
        addShort(END);
        send(copy);
    }

    private void send(CopyIn copy) throws SQLException {
        copy.writeToCopy(bytes, 0, length);
        length = 0;
    }

    private void addText(@Nullable String text) {
        if (text == null) {
            addInt(NULL);
            return;
        }
        byte[] encoded = text.getBytes(StandardCharsets.UTF_8);
        addInt(encoded.length);
        add(encoded);
    }

    private void addInt(int number) {
        ensure(Integer.BYTES);
        for (int shift = 24; shift >= 0; shift -= 8) {
            bytes[length++] = (byte) (number >>> shift);
        }
    }

    private void addShort(short number) {
        ensure(Short.BYTES);
        bytes[length++] = (byte) (number >>> 8);
        bytes[length++] = (byte) number;
    }

    private void add(byte[] more) {
        ensure(more.length);
        System.arraycopy(more, 0, bytes, length, more.length);
        length += more.length;
    }

    private void ensure(int more) {
        if (bytes.length - length < more) {
            bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, length + more));
        }
    }
}
