package io.tenderhub.redis;

import java.util.Optional;

/** A cached answer that counts; without a value, that there is none. */
record Known<V>(Optional<V> value) {}
