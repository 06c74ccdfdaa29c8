/** The text of uploaded documents, taken out by a process of its own; entered by {@link io.tenderhub.documents.DocumentsAdapter}. */
@NullMarked
package io.tenderhub.documents;

import org.jspecify.annotations.NullMarked;
