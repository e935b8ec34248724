/**
 * Bank files that are fetched, or come for whoever they belong to: the operator's sources, what came by them, and who
 * got which section.
 *
 * <p>Central type: {@link se.aviso.app.pickup.PickUpFile}. What a file's payments do is the business of
 * {@code payment}.
 */
@NullMarked
package se.aviso.app.pickup;

import org.jspecify.annotations.NullMarked;
