/**
 * Bulk work: frozen recipients, chunks that are committed with their effects, progress that survives a crash.
 *
 * <p>Central type: {@link se.aviso.app.run.ExecuteChunk}. What is due is decided in the core, member by member; here it
 * is only read and written in sets.
 */
@NullMarked
package se.aviso.app.run;

import org.jspecify.annotations.NullMarked;
