/**
 * How far plugins are trusted, and what a tenant has chosen of them.
 *
 * <p>Central type: {@link se.aviso.plugin.Circuit}. Knows no class loader, and of the kinds of plugins no more than
 * their names.
 */
@NullMarked
package se.aviso.plugin;

import org.jspecify.annotations.NullMarked;
