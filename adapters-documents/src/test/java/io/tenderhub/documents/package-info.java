@NullMarked
package io.tenderhub.documents;

import org.jspecify.annotations.NullMarked;
