/** What is kept of passwords, by Argon2id. {@link io.tenderhub.argon2.Argon2PasswordHasher} is the entry. */
@NullMarked
package io.tenderhub.argon2;

import org.jspecify.annotations.NullMarked;
