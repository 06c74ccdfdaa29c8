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

        /**
         * One compiled release.
         *
         * @param json one line of UTF-8 without line break; the receiver may keep it
         */
        void compiledRelease(String ocid, byte[] json);

        void reject(Reject reject);
    }
}
