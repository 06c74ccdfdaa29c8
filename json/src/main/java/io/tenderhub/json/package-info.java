/**
 * The JSON face of the domain: profiles and policies are read, tenders, requirements, scores and summaries are written.
 * Files, HTTP and the command line share it, so a thing looks the same wherever it is met.
 */
@NullMarked
package io.tenderhub.json;

import org.jspecify.annotations.NullMarked;
