/** The truth in PostgreSQL: tenders, profiles and the outbox. {@link io.tenderhub.postgres.PostgresAdapter} is the way in. */
@NullMarked
package io.tenderhub.postgres;

import org.jspecify.annotations.NullMarked;
