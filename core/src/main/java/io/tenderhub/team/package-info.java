/** Teams: the tenants of the hub. */
@NullMarked
package io.tenderhub.team;

import org.jspecify.annotations.NullMarked;
