/**
 * Where plugins live: let in by their sums, started one by one, asked once for their extensions and what these are;
 * called within limits of their own and of each tenant.
 *
 * <p>The slices ask {@link se.aviso.app.plugin.PluginHost#extensions} for a kind and know nothing of jars.
 */
@NullMarked
package se.aviso.app.plugin;

import org.jspecify.annotations.NullMarked;
