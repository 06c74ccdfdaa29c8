/** Published data in: feeds, rejects, and storing with events. */
@NullMarked
package io.tenderhub.ingestion;

import org.jspecify.annotations.NullMarked;
