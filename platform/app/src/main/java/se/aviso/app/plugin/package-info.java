/**
 * Where plugins live: let in by their sums, started one by one, asked for their extensions.
 *
 * <p>The slices ask {@link se.aviso.app.plugin.PluginHost#extensions} for a kind and know nothing of jars.
 */
@NullMarked
package se.aviso.app.plugin;

import org.jspecify.annotations.NullMarked;
