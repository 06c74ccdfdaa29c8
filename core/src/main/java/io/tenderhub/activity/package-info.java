/** What happened lately, for people to look at. */
@NullMarked
package io.tenderhub.activity;

import org.jspecify.annotations.NullMarked;
