/** Derived documents in MongoDB. {@link io.tenderhub.mongo.MongoAdapter} is the entry. */
@NullMarked
package io.tenderhub.mongo;

import org.jspecify.annotations.NullMarked;
