/** Kills, freezes and cuts off what runs, and then looks in the stores themselves whether anything was lost. */
@NullMarked
package io.tenderhub.campaign;

import org.jspecify.annotations.NullMarked;
