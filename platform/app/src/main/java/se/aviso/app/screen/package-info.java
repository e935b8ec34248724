/**
 * What every screen stands on: its permission, its texts, its address, what it tells the user.
 *
 * <p>A view says with {@link se.aviso.app.screen.Screen} where it is and what it needs;
 * {@link se.aviso.app.screen.ScreenGate} lets nobody else in, and shuts every address that no view claims. This package
 * knows no slice; slices know it.
 */
@NullMarked
package se.aviso.app.screen;

import org.jspecify.annotations.NullMarked;
