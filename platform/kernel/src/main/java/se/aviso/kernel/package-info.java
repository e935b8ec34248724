/**
 * The values that every other part speaks in: money, references, giro numbers, ids.
 *
 * <p>A value that exists is valid: its constructor is the only gate. Nothing here knows a clock, a database or a
 * server.
 */
@NullMarked
package se.aviso.kernel;

import org.jspecify.annotations.NullMarked;
