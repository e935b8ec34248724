/**
 * How far plugins are trusted, and what a tenant has chosen of them.
 *
 * <p>Central type: {@link se.aviso.plugin.Circuit}. Knows no class loader and no kind of plugin.
 */
@NullMarked
package se.aviso.plugin;

import org.jspecify.annotations.NullMarked;
