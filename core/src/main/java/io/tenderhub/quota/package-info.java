/** How much and how often: quotas of teams, rates of requests. */
@NullMarked
package io.tenderhub.quota;

import org.jspecify.annotations.NullMarked;
