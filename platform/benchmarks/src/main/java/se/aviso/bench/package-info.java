/** Benchmarks of the whole product, one main class each. */
@NullMarked
package se.aviso.bench;

import org.jspecify.annotations.NullMarked;
