@org.jspecify.annotations.NullMarked
package io.tenderhub.schedule;
