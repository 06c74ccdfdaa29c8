package io.tenderhub.ingestion;

import java.util.List;

/** Merges OCDS releases into compiled releases. */
public interface ReleaseCompiler {

    /**
     * Hands on the compiled release of each ocid, ordered by ocid. Memory does not grow with the input; needs disk for
     * large inputs. Portal listings are rejects here: they are not releases.
     */
    FeedTotals compile(List<FeedInput> inputs, CompiledSink sink);

    /** Receives compiled releases, from one thread, in order. */
    interface CompiledSink {

        /** One compiled release, as one line of JSON without line break. */
        void compiledRelease(String ocid, String json);

        void reject(Reject reject);
    }
}
