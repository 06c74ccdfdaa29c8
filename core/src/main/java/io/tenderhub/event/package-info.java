/** Domain events, the outbox they wait in, and the relay that hands them on. */
@NullMarked
package io.tenderhub.event;

import org.jspecify.annotations.NullMarked;
