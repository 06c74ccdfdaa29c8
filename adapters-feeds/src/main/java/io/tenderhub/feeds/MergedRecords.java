package io.tenderhub.feeds;

import java.io.IOException;
import java.util.List;

/** Several sorted sequences of records as one: a heap of them with the one on top whose record is first. */
final class MergedRecords implements RecordCursor {
    private final RecordCursor[] heap;
    private int size;
    private boolean begun;

    MergedRecords(List<? extends RecordCursor> sorted) {
        heap = sorted.toArray(RecordCursor[]::new);
        size = heap.length;
    }

    @Override
    public boolean next() throws IOException {
        if (!begun) {
            begin();
        } else if (heap[0].next()) {
            sink(0);
        } else {
            heap[0] = heap[--size];
            sink(0);
        }
        return size > 0;
    }

    private void begin() throws IOException {
        begun = true;
        int withRecords = 0;
        for (int i = 0; i < heap.length; i++) {
            if (heap[i].next()) {
                heap[withRecords++] = heap[i];
            }
        }
        size = withRecords;
        for (int i = size / 2 - 1; i >= 0; i--) {
            sink(i);
        }
    }

    private void sink(int from) {
        int place = from;
        RecordCursor moved = heap[place];
        while (2 * place + 1 < size) {
            int child = 2 * place + 1;
            if (child + 1 < size && isBefore(heap[child + 1], heap[child])) {
                child++;
            }
            if (!isBefore(heap[child], moved)) {
                break;
            }
            heap[place] = heap[child];
            place = child;
        }
        heap[place] = moved;
    }

    private static boolean isBefore(RecordCursor a, RecordCursor b) {
        return ReleaseRecords.compare(a.array(), a.at(), b.array(), b.at()) < 0;
    }

    @Override
    public byte[] array() {
        return heap[0].array();
    }

    @Override
    public int at() {
        return heap[0].at();
    }
}
