/** News for whoever listens just now. */
@NullMarked
package io.tenderhub.notification;

import org.jspecify.annotations.NullMarked;
