/** Requirements found the plain way, by regular expressions over whole texts: what the quick way is held against. */
@NullMarked
package io.tenderhub.requirement.plain;

import org.jspecify.annotations.NullMarked;
