/** An example: tenders of any number scored on a cluster of Apache Spark. Everything of Spark is here, and nothing of it in the core. */
@NullMarked
package io.tenderhub.spark;

import org.jspecify.annotations.NullMarked;
